-- Grain: one row per location of the system $scale and issue with an incident from $from (inclusive) to $until (exclusive): incidents by day of the week, and the
-- mean of their coordinates (WGS-84). $columns and $rows: cells a degree of longitude and of latitude.
with incident as (
    select
        scan_location($scale, district, street, community, geo_level, longitude, latitude, $columns, $rows) as location,
        issue,
        isodow(occurred_on) as weekday,
        if(geo_level in ('coordinate', 'place'), longitude, null) as longitude,
        if(geo_level in ('coordinate', 'place'), latitude, null) as latitude
    from complaint
    where opens_incident and occurred_at >= $from and occurred_at < $until
)

select
    location,
    issue,
    -- of whole millionths: a sum of doubles would depend on the order of rows
    avg(round(longitude * 1000000)::bigint) / 1000000 as longitude,
    avg(round(latitude * 1000000)::bigint) / 1000000 as latitude,
    count(*) filter (weekday = 1) as monday,
    count(*) filter (weekday = 2) as tuesday,
    count(*) filter (weekday = 3) as wednesday,
    count(*) filter (weekday = 4) as thursday,
    count(*) filter (weekday = 5) as friday,
    count(*) filter (weekday = 6) as saturday,
    count(*) filter (weekday = 7) as sunday
from incident
where location is not null
group by location, issue
order by location, issue nulls first;
