-- Grain: one row per shift in which orders of the city's lists were sent out ($shifts: hours at which shifts begin, 'h,h,h'): minutes until they were registered.
with lag as (
    select
        coalesce(
            list_max(list_filter(string_split($shifts, ',')::integer[], lambda start: start <= hour(dispatched_at))),
            list_max(string_split($shifts, ',')::integer[])
        ) as shift,
        date_diff('second', dispatched_at, registered_at) / 60.0 as minutes
    from complaint
    where
        occurred_at >= $from::date - interval 31 day
        and dispatched_at >= $from
        and dispatched_at < $until
        and registered_at >= dispatched_at
        and complaint_id in (select complaint_id from dispatched)
)

select
    shift,
    count(*) as orders,
    median(minutes) as median_minutes,
    quantile_cont(minutes, 0.9) as p90_minutes,
    max(minutes) as longest_minutes
from lag
group by shift
order by shift;
