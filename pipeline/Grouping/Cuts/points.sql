-- Grain: one row per point (WGS-84) of the complaints of a cut, stated or of a named place, within the rectangle. In no order: each is only looked at.
select distinct
    longitude,
    latitude
from cut
where
    geo_level in ('coordinate', 'place')
    and longitude between $west and $east
    and latitude between $south and $north;
