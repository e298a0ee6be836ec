-- Grain: one row per (scope level, scope, day, hour) with at least one complaint whose hour is known, $from inclusive, $until exclusive.
-- Scope is the district, the street as district/street, the issue, or district/issue.
select
    scope_level(grouping(district), grouping(street), grouping(issue)) as scope_level,
    scope_name(scope_level(grouping(district), grouping(street), grouping(issue)), district, street, issue) as scope,
    occurred_on,
    hour,
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents
from complaint
where hour is not null and occurred_at >= $from and occurred_at < $until
group by grouping sets (
    (occurred_on, hour), (occurred_on, hour, district), (occurred_on, hour, issue), (occurred_on, hour, district, street), (occurred_on, hour, district, issue)
)
having (grouping(district) = 1 or district is not null) and (grouping(street) = 1 or street is not null)
order by scope_level, scope, occurred_on, hour;
