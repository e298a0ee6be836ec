-- Grain: one row per area × issue (issue null = all) with a complaint in any of the spans. level is district or street.
-- weeks: incidents of the $weeks complete weeks that end where the period starts, oldest first; baseline: the 13 weeks before the period.
with located as (
    select *
    from complaint
    where
        district is not null
        and (
            (occurred_at >= $from::date - 91 and occurred_at < $until)
            or (occurred_at >= $previous_from and occurred_at < $previous_until)
            or (occurred_at >= $year_from and occurred_at < $year_until)
        )
),

counted as (
    select
        if(grouping(street) = 0, 'street', 'district') as level,
        district,
        street,
        issue,
        count(*) filter (occurred_at >= $from and occurred_at < $until) as complaints,
        count(*) filter (opens_incident and occurred_at >= $from and occurred_at < $until) as incidents,
        count(distinct caller_key) filter (occurred_at >= $from and occurred_at < $until) as callers,
        count(*) filter (occurred_at >= $previous_from and occurred_at < $previous_until) as previous,
        count(*) filter (opens_incident and occurred_at >= $previous_from and occurred_at < $previous_until) as previous_incidents,
        count(*) filter (occurred_at >= $year_from and occurred_at < $year_until) as year_before,
        count(*) filter (opens_incident and occurred_at >= $year_from and occurred_at < $year_until) as year_before_incidents,
        count(*) filter (opens_incident and occurred_at >= $from::date - 91 and occurred_at < $from) as baseline
    from located
    group by grouping sets ((district), (district, issue), (district, street), (district, street, issue))
    having grouping(street) = 1 or street is not null
)

select *
from counted
where complaints > 0 or previous > 0 or baseline > 0
order by level, district, street nulls first, issue nulls first;
