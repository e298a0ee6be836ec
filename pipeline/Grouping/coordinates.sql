-- Grain: one row per coordinate with an incident that was first reported in $from (inclusive) to $until (exclusive), stated or of a named place, to about ten
-- metres: for a picture of where they are dense.
select
    round(longitude, 4) as longitude,
    round(latitude, 4) as latitude,
    count(*) as incidents
from complaint
where
    opens_incident
    and geo_level in ('coordinate', 'place')
    and longitude is not null
    and latitude is not null
    and occurred_on >= $from
    and occurred_on < $until
group by all
order by all;
