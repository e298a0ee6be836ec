-- Grain: one row per month of the event; stale where its published rows are no longer those of the store.
select
    year(complaint.occurred_at) as year,
    month(complaint.occurred_at) as month,
    count(stale_month.year) > 0 as is_stale,
    count(*) as complaints
from complaint
left join stale_month on year(complaint.occurred_at) = stale_month.year and month(complaint.occurred_at) = stale_month.month
where complaint.occurred_at is not null
group by all
order by all;
