-- Grain: one row per (hour, issue) of the period: which issue drives an hour.
select
    hour,
    issue,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where hour is not null and occurred_at >= $from and occurred_at < $until
group by all
order by hour, complaints desc, issue;
