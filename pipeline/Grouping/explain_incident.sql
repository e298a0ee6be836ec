-- Grain: one row per report of the incident $incident, the first report first, at most $top, with the address that it has in common with the first
-- (place and building), or else the metres between their coordinates: on a sphere, good to 0.3 % within the 25 m of an address.
with leader as (
    select
        place_key,
        building,
        longitude,
        latitude,
        geo_level
    from complaint
    where complaint_id = $incident
),

compared as (
    select
        complaint.*,
        complaint.joined_by in ('same_caller', 'same_place') as is_merged,
        complaint.place_key = leader.place_key and complaint.building is not distinct from leader.building as is_same_address,
        complaint.geo_level = 'coordinate' and leader.geo_level = 'coordinate' as have_points,
        radians(complaint.latitude - leader.latitude) as north,
        radians(complaint.longitude - leader.longitude) * cos(radians(leader.latitude)) as east
    from complaint
    left join leader on true
    where complaint.incident_id = $incident
)

select
    complaint_id,
    strftime(occurred_at, '%Y-%m-%d %H:%M:%S') as occurred_at,
    joined_by,
    if(is_merged and is_same_address, concat(split_part(place_key, '/', 3), building), null) as address,
    if(is_merged and is_same_address is not true and have_points, round(6371008.8 * sqrt(north * north + east * east)), null) as metres
from compared
order by compared.occurred_at, complaint_id
limit $top;
