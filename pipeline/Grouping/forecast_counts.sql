-- Grain: one row per area and issue of any level (null: all), week with a complaint and week in which it was known, for $weeks weeks of seven days from $from on,
-- numbered from 0. A complaint is known when it is registered, never before it was made.
with counted as (
    select
        (occurred_on - $from::date) // 7 as week,
        greatest(
            (occurred_on - $from::date) // 7,
            least((coalesce(registered_at, dispatched_at, occurred_at)::date - $from::date) // 7, $weeks::integer)
        ) as known,
        district,
        street,
        issue,
        count(*) as complaints
    from complaint
    where occurred_at >= $from and occurred_at < $from::date + 7 * $weeks::integer
    group by all
)

select
    if(grouping(district) = 1, null, district) as district,
    if(grouping(street) = 1, null, street) as street,
    if(grouping(issue) = 1, null, issue) as issue,
    week,
    known,
    sum(complaints)::bigint as complaints
from counted
group by
    grouping sets (
        (week, known),
        (issue, week, known),
        (district, week, known),
        (district, issue, week, known),
        (district, street, week, known),
        (district, street, issue, week, known)
    )
having
    (grouping(district) = 1 or district is not null)
    and (grouping(street) = 1 or street is not null)
    and (grouping(issue) = 1 or issue is not null)
order by district nulls first, street nulls first, issue nulls first, week, known;
