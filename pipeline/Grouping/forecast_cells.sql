-- Grain: one row per cell of 200 m and week with an incident that tells a point, for $weeks weeks of seven days from $from on, numbered from 0. $columns and
-- $rows: cells a degree of longitude and of latitude. area: district/street of the first of them that names one.
select
    scan_location('cell_200m', district, street, community, geo_level, longitude, latitude, $columns, $rows) as cell,
    (occurred_on - $from::date) // 7 as week,
    count(*) as incidents,
    arg_min(district || '/' || street, incident_id) as area
from complaint
where
    opens_incident
    and occurred_at >= $from
    and occurred_at < $from::date + 7 * $weeks::integer
    and geo_level in ('coordinate', 'place')
    and longitude is not null
    and latitude is not null
group by cell, week
order by week, cell;
