-- Grain: one row per day from $from (inclusive) to $until (exclusive) with a complaint: what tells a hole in the export.
select
    occurred_on,
    count(*) as complaints
from complaint
where occurred_at >= $from::timestamp and occurred_at < $until::timestamp
group by occurred_on
order by occurred_on;
