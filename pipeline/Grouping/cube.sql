-- Grain: one row per (part, day kind, hour, issue, district, street) of the period, $from inclusive, $until exclusive: all that a page lets its reader choose from.
-- part is the day, or where $by_week the first day in the period of a week that begins on $week_start (1 = Monday). hour is null where only the day is known,
-- street null where not $by_street. The first $most rows.
select
    if($by_week, greatest(occurred_on - ((isodow(occurred_on) - $week_start + 7) % 7)::integer, $from::date), occurred_on) as part,
    day_kind,
    hour,
    issue,
    district,
    if($by_street, street, null) as street,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where occurred_at >= $from and occurred_at < $until
group by all
order by all
limit $most;
