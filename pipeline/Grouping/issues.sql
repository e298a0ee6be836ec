-- Grain: one row per (level, name): level issue (the bureau's kinds) or category (first two levels of the source's tree),
-- with the period, the period before and the period one year before; bounds inclusive/exclusive as in totals. Null: blank in the source.
with counted as (
    select
        if(grouping(issue) = 0, 'issue', 'category') as level,
        if(grouping(issue) = 0, issue, category_1) as name,
        if(grouping(issue) = 0, null, category_2) as sub_name,
        count(*) filter (occurred_at >= $from and occurred_at < $until) as complaints,
        count(*) filter (opens_incident and occurred_at >= $from and occurred_at < $until) as incidents,
        count(*) filter (occurred_at >= $previous_from and occurred_at < $previous_until) as previous,
        count(*) filter (opens_incident and occurred_at >= $previous_from and occurred_at < $previous_until) as previous_incidents,
        count(*) filter (occurred_at >= $year_from and occurred_at < $year_until) as year_before,
        count(*) filter (opens_incident and occurred_at >= $year_from and occurred_at < $year_until) as year_before_incidents
    from complaint
    where
        (occurred_at >= $from and occurred_at < $until)
        or (occurred_at >= $previous_from and occurred_at < $previous_until)
        or (occurred_at >= $year_from and occurred_at < $year_until)
    group by grouping sets ((issue), (category_1, category_2))
)

select *
from counted
where complaints > 0 or previous > 0
order by level, complaints desc, name, sub_name;
