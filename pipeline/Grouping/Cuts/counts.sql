-- Grain: one row per group of a cut. An incident counts in the group of its first report, so that incidents add up over groups, as in the bulletins.
select
    at_1,
    by_1,
    at_2,
    by_2,
    at_3,
    by_3,
    at_4,
    by_4,
    at_5,
    by_5,
    count(*) as complaints,
    count(*) filter (is_first) as incidents
from cut_group
group by at_1, by_1, at_2, by_2, at_3, by_3, at_4, by_4, at_5, by_5
order by all;
