-- Grain: one row per group of a cut, and one of all complaints of the cut (is_all): distinct known callers, and reports that carry no key. A caller of two groups
-- counts in each, once in all.
with known as (
    select
        by_1,
        by_2,
        by_3,
        by_4,
        by_5,
        caller_key,
        count(*) as complaints
    from cut_group
    group by all
)

select
    grouping(by_1) = 1 as is_all,
    by_1,
    by_2,
    by_3,
    by_4,
    by_5,
    count(distinct caller_key) as callers,
    coalesce(sum(complaints) filter (caller_key is null), 0)::bigint as without_caller
from known
group by grouping sets ((by_1, by_2, by_3, by_4, by_5), ())
order by all;
