-- Grain: one row per (scope level, scope, day) with at least one incident first reported that day, $from inclusive, $until exclusive; also where only the
-- day is known. Scope is the district, the street as district/street, or the issue.
select
    scope_level(grouping(district), grouping(street), grouping(issue)) as scope_level,
    scope_name(scope_level(grouping(district), grouping(street), grouping(issue)), district, street, issue) as scope,
    occurred_on,
    count(*) as incidents
from complaint
where opens_incident and occurred_at >= $from and occurred_at < $until
group by grouping sets ((occurred_on), (occurred_on, district), (occurred_on, district, street), (occurred_on, issue))
having
    (grouping(district) = 1 or district is not null)
    and (grouping(street) = 1 or street is not null)
    and (grouping(issue) = 1 or issue is not null)
order by scope_level, scope, occurred_on;
