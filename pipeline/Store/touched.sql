-- Grain: one row per issue, the time from which its incidents must be made anew, and how many rows say so.
create or replace table scratch.touched as
with said as (
    select
        issue,
        occurred_at
    from scratch.changed
    union all
    select
        issue,
        occurred_at
    from scratch.resettled
)

select
    issue,
    min(occurred_at) as from_at,
    count(*) as changes
from said
group by issue;
