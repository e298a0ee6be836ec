-- Grain: one row per group of a cut. An incident counts in the group of its first report, so that incidents add up over groups, as in the bulletins.
select
    columns('^(at|by)_[1-5]$'),
    count(*) as complaints,
    count(*) filter (is_first) as incidents
from cut_group
group by all
order by all;
