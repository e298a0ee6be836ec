-- Grain: one row per group of a cut of repeats alone, of which none opens its incident: an incident counts in the group of its first one of the cut, so that
-- incidents add up over groups here too.
with repeated as (
    select
        columns('^(at|by)_[1-5]$'),
        row_number() over (partition by incident_id order by occurred_at, complaint_id) = 1 as is_first_of_cut
    from cut_group
)

select
    columns('^(at|by)_[1-5]$'),
    count(*) as complaints,
    count(*) filter (is_first_of_cut) as incidents
from repeated
group by all
order by all;
