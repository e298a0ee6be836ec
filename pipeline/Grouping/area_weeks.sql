-- Grain: one row per (level, district, street, week before the period, counted back from 1): incidents of all issues, and per issue.
select
    if(grouping(street) = 0, 'street', 'district') as level,
    district,
    street,
    issue,
    ($from::date - occurred_on - 1) // 7 + 1 as weeks_back,
    count(*) as incidents
from complaint
where opens_incident and district is not null and occurred_at < $from and occurred_at >= $from::date - 7 * $weeks::integer
group by grouping sets (
    (district, weeks_back), (district, issue, weeks_back), (district, street, weeks_back), (district, street, issue, weeks_back)
)
having grouping(street) = 1 or street is not null
order by level, district, street nulls first, issue nulls first, weeks_back;
