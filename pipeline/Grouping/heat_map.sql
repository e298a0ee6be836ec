-- Grain: one row per (weekday 1 = Monday, hour): complaints and incidents in the period; holidays apart as weekday 8.
select
    if(day_kind = 'holiday', 8, isodow(occurred_on)) as weekday,
    hour,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where hour is not null and occurred_at >= $from and occurred_at < $until
group by all
order by all;
