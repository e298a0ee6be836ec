-- Grain: one row per month that has or had a row which is no longer as it was published.
create or replace table scratch.touched_month as
with times as (
    select occurred_at
    from scratch.changed
    union all
    select occurred_at
    from scratch.moved
    union all
    select occurred_at
    from scratch.regrouped
    union all
    select occurred_at
    from scratch.resettled
)

select distinct
    year(occurred_at) as year,
    month(occurred_at) as month
from times;
