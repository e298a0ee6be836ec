-- Grain: one row per unit (one caller's issue at a place) whose first report lies in $from (inclusive) to $until (exclusive) and names a point;
-- complaints counts the reports of the unit in that span.
with span as (
    select *
    from complaint
    where occurred_on >= $from and occurred_on < $until
)

select
    unit_id,
    arg_min(incident_id, complaint_id) as incident_id,
    arg_min(place_key, (occurred_at, complaint_id)) as place_key,
    arg_min(coalesce(nullif(split_part(place_key, '/', 3), ''), place_text), (occurred_at, complaint_id)) as label,
    arg_min(longitude, (occurred_at, complaint_id)) filter (geo_level = 'coordinate') as longitude,
    arg_min(latitude, (occurred_at, complaint_id)) filter (geo_level = 'coordinate') as latitude,
    min(occurred_at) as occurred_at,
    arg_min(hour, (occurred_at, complaint_id)) as hour,
    arg_min(caller_key, (occurred_at, complaint_id)) as caller_key,
    arg_min(issue, (occurred_at, complaint_id)) as issue,
    arg_min(district, (occurred_at, complaint_id)) as district,
    arg_min(street, (occurred_at, complaint_id)) as street,
    count(*) as complaints
from span
where geo_level in ('coordinate', 'place')
group by unit_id
order by occurred_at, unit_id;
