-- Grain: one row per unit (one caller's issue at a place) whose first report lies in $from (inclusive) to $until (exclusive) and names a point: as units, with
-- what a past is asked for. Of each column the first that is known counts, in order of time and number (place_in_time: see units).
with span as (
    select
        *,
        epoch_us(occurred_at)::varchar || complaint_id as place_in_time
    from complaint
    where occurred_at >= $from and occurred_at < $until and geo_level in ('coordinate', 'place')
)

select
    unit_id,
    arg_min(incident_id, complaint_id) as incident_id,
    arg_min(place_key, place_in_time) as place_key,
    arg_min(longitude, place_in_time) filter (geo_level = 'coordinate') as longitude,
    arg_min(latitude, place_in_time) filter (geo_level = 'coordinate') as latitude,
    min(occurred_at) as occurred_at,
    arg_min(district, place_in_time) as district,
    arg_min(street, place_in_time) as street,
    count(*) as complaints
from span
group by unit_id
order by occurred_at, unit_id;
