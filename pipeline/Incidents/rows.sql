-- Grain: one row per complaint with a usable time, in the order that the merge needs. Coordinates only where they are the complaint's own.
select
    complaint_id,
    occurred_at,
    time_precision,
    issue,
    caller_key,
    place_key,
    if(geo_level = 'coordinate', longitude, null) as longitude,
    if(geo_level = 'coordinate', latitude, null) as latitude
from complaint
order by issue, occurred_at, complaint_id;
