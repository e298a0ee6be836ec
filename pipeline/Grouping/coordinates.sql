-- Grain: one row per coordinate, stated or of a named place, of complaints in $from (inclusive) to $until (exclusive); incidents are those that began there then.
select
    longitude,
    latitude,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where
    geo_level in ('coordinate', 'place')
    and longitude is not null
    and latitude is not null
    and occurred_at >= $from
    and occurred_at < $until
group by all
order by all;
