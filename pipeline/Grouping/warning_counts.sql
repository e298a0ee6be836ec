-- Grain: one row per (district or null for the whole city, street or null for the whole district, issue or null for all of them, part) with an incident or a caller, $from inclusive,
-- $until exclusive. Parts have $days_each days, those of $left_out (0,3: numbered back from the last of each part) not counted, and are numbered from the last: 0 ends with the day
-- before $until. callers: one caller's issue at a place once. Counted once, then added up for districts, the city and all issues.
with counted as (
    select
        district,
        street,
        issue,
        ($until::date - occurred_on - 1) // $days_each::integer as part,
        count(*) filter (opens_incident) as incidents,
        count(*) filter (opens_unit) as callers
    from complaint
    where (opens_incident or opens_unit) and occurred_at >= $from and occurred_at < $until
        and not list_contains(string_split($left_out, ','), (($until::date - occurred_on - 1) % $days_each::integer)::text)
    group by district, street, issue, part
)

select
    if(grouping(district) = 1, null, district) as district,
    if(grouping(street) = 1, null, street) as street,
    if(grouping(issue) = 1, null, issue) as issue,
    part,
    sum(incidents)::bigint as incidents,
    sum(callers)::bigint as callers
from counted
group by grouping sets (
    (part), (district, part), (district, street, part), (issue, part), (district, issue, part), (district, street, issue, part)
)
having (grouping(district) = 1 or district is not null)
    and (grouping(street) = 1 or street is not null)
    and (grouping(issue) = 1 or issue is not null)
order by district nulls first, street nulls first, issue nulls first, part;
