-- Grain: one row per group of a cut, and one of all complaints of the cut (is_all): distinct known callers, and reports that carry no key. A caller of two groups
-- counts in each, once in all. Callers and groups are told apart by 64 bits: narrow rows to sort millions by; among ten million callers the chance that any two
-- meet is below one in 300,000.
with known as materialized (
    select
        hash(at_1, by_1, at_2, by_2, at_3, by_3, at_4, by_4, at_5, by_5) as place,
        if(caller_key is null, null, hash(caller_key)) as caller,
        count(*) as complaints
    from cut_group
    group by place, caller
),

counted as (
    select
        place,
        count(caller) as callers,
        coalesce(sum(complaints) filter (caller is null), 0)::bigint as without_caller
    from known
    group by place
),

named as (
    select distinct
        hash(at_1, by_1, at_2, by_2, at_3, by_3, at_4, by_4, at_5, by_5) as place,
        columns('^(at|by)_[1-5]$')
    from cut_group
)

select
    false as is_all,
    named.* exclude (place),
    callers,
    without_caller
from named
inner join counted using (place)
union all by name
select
    true as is_all,
    count(distinct caller) as callers,
    coalesce(sum(complaints) filter (caller is null), 0)::bigint as without_caller
from known
order by all;
