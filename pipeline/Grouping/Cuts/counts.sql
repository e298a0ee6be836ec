-- Grain: one row per group of a cut. An incident counts in the group of its first report, so that incidents add up over groups, as in the bulletins.
select
    by_1,
    by_2,
    by_3,
    by_4,
    by_5,
    count(*) as complaints,
    count(*) filter (is_first) as incidents
from cut_group
group by by_1, by_2, by_3, by_4, by_5
order by all;
