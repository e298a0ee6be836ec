-- What the load touches. Before it the orders stand in complaint as they were, new ones already with load_no >= $load_no; changed ones wait in rederived.
-- Grain of touched: one row per issue, the time from which its incidents must be made anew, and how many rows say so.
create or replace table scratch.touched as
with changed as (
    select
        issue,
        occurred_at
    from complaint
    where load_no >= $load_no
    union all
    select
        issue,
        occurred_at
    from scratch.rederived
    union all
    select
        known.issue,
        known.occurred_at
    from scratch.known
    semi join scratch.rederived using (complaint_id)
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
from changed
group by issue;
