-- Grain: one row per incident that was first reported from $from (inclusive) to $until (exclusive), with its location in each system. $columns and $rows: cells a
-- degree of longitude and of latitude. text: a 64-bit hash of what a report without a caller key says, masked.
select
    incident_id,
    place_key,
    if(geo_level in ('coordinate', 'place'), longitude, null) as longitude,
    if(geo_level in ('coordinate', 'place'), latitude, null) as latitude,
    occurred_at,
    hour,
    caller_key,
    issue,
    district,
    street,
    if(caller_key is null, hash(coalesce(content_masked, title)), null) as text,
    scan_location('street', district, street, community, geo_level, longitude, latitude, $columns, $rows) as of_street,
    scan_location('community', district, street, community, geo_level, longitude, latitude, $columns, $rows) as of_community,
    scan_location('cell_200m', district, street, community, geo_level, longitude, latitude, $columns, $rows) as of_cell
from complaint
where opens_incident and occurred_at >= $from and occurred_at < $until
order by occurred_at, incident_id;
