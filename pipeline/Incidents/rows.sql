-- Grain: one row per complaint of a touched issue of share $part (0 on, below $parts), from $days before the touched time on, in the order that the merge
-- needs, with the incident that it has so far, if it joined one. Rows before the touched time keep theirs. Coordinates only where they are the complaint's own and no geocoder's default.
-- An address is a place with its building: an estate and a building of it are two. Callers and addresses are told apart by 64-bit hashes: two of ten million are one with a chance of 1 in 400,000.
with reach as (
    select
        state.* exclude (title, content_masked),
        -- cut before it is joined and sorted; asked only of reports that name no place
        if(state.place_key is null, left(concat_ws(' ', state.title, state.content_masked), $reach), null) as words,
        state.occurred_at >= touched.from_at as is_open
    from scratch.state
    join scratch.touched
        on state.issue is not distinct from touched.issue and state.occurred_at >= touched.from_at - to_days($days)
    where touched.share % $parts = $part
)

select
    reach.complaint_id,
    reach.occurred_at,
    reach.time_precision = 'day' as is_day,
    reach.issue,
    if(reach.caller_key is null, null, hash(reach.caller_key)) as caller,
    if(reach.place_key is null, null, hash(reach.place_key, reach.building)) as place,
    if(reach.geo_level = 'coordinate' and snapped_point.longitude is null, reach.longitude, null) as longitude,
    if(reach.geo_level = 'coordinate' and snapped_point.longitude is null, reach.latitude, null) as latitude,
    reach.is_open,
    incident_member.incident_id,
    incident_member.unit_id,
    incident_member.joined_by,
    reach.district || '/' || reach.street as street,
    -- only of reports that name no address
    if(reach.geo_level <> 'coordinate' or snapped_point.longitude is not null, reach.words, null) as words
from reach
left join incident_member on reach.complaint_id = incident_member.complaint_id and reach.occurred_at = incident_member.occurred_at
left join scratch.snapped_point on reach.longitude = snapped_point.longitude and reach.latitude = snapped_point.latitude
order by reach.issue, reach.occurred_at, reach.complaint_id;
