-- Grain: one row per day from $from (inclusive) to $until (exclusive), also days without a complaint; $every: of all streams, whichever is looked at.
with calendar as (
    select unnest(generate_series($from::timestamp, $until::timestamp - interval 1 day, interval 1 day))::date as occurred_on
)

select
    calendar.occurred_on,
    count(complaint.complaint_id) as complaints,
    count(complaint.complaint_id) filter (complaint.opens_incident) as incidents
from calendar
left join (
    select *
    from every_complaint
    where occurred_at >= $from and occurred_at < $until and ($every::boolean or is_seen(stream))
) as complaint
    using (occurred_on)
group by calendar.occurred_on
order by calendar.occurred_on;
