-- Grain: one row per (district or null for the whole city, street or null for the whole district, issue, part) with an incident, $from inclusive, $until exclusive. Parts have
-- $days_each days, those of $left_out (0,3: numbered back from the last of each part) not counted, and are numbered from the last: 0 ends with the day before $until. Counted once, then added up for districts and the city.
with counted as (
    select
        district,
        street,
        issue,
        ($until::date - occurred_on - 1) // $days_each::integer as part,
        count(*) as incidents
    from complaint
    where opens_incident and issue is not null and occurred_at >= $from and occurred_at < $until
        and not list_contains(string_split($left_out, ','), (($until::date - occurred_on - 1) % $days_each::integer)::text)
    group by district, street, issue, part
)

select
    if(grouping(district) = 1, null, district) as district,
    if(grouping(street) = 1, null, street) as street,
    issue,
    part,
    sum(incidents)::bigint as incidents
from counted
group by grouping sets ((issue, part), (district, issue, part), (district, street, issue, part))
having (grouping(district) = 1 or district is not null) and (grouping(street) = 1 or street is not null)
order by district nulls first, street nulls first, issue, part;
