-- Grain: one row per day and issue with a complaint between $from (inclusive) and $until (exclusive): complaints and incidents.
select
    occurred_on,
    issue,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where occurred_at >= $from and occurred_at < $until
group by all
order by all;
