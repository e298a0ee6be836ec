-- Grain: one row per (level, name): level issue (the bureau's kinds) or category (first two levels of the source's tree),
-- with the period, the period before and the period one year before; bounds inclusive/exclusive as in totals. Null: blank in the source.
with counted as (
    select
        if(grouping(issue) = 0, 'issue', 'category') as level,
        if(grouping(issue) = 0, issue, category_1) as name,
        if(grouping(issue) = 0, null, category_2) as sub_name,
        count(*) filter (occurred_on >= $from and occurred_on < $until) as complaints,
        count(*) filter (opens_incident and occurred_on >= $from and occurred_on < $until) as incidents,
        count(*) filter (occurred_on >= $previous_from and occurred_on < $previous_until) as previous,
        count(*) filter (opens_incident and occurred_on >= $previous_from and occurred_on < $previous_until) as previous_incidents,
        count(*) filter (occurred_on >= $year_from and occurred_on < $year_until) as year_before,
        count(*) filter (opens_incident and occurred_on >= $year_from and occurred_on < $year_until) as year_before_incidents
    from complaint
    group by grouping sets ((issue), (category_1, category_2))
)

select *
from counted
where complaints > 0 or previous > 0
order by level, complaints desc, name, sub_name;
