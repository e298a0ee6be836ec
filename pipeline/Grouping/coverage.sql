-- Grain: one row: the span of the published complaints, whatever the period. A day that lies more than a week after the day before it, counted from $today on, is a
-- slip of the pen (2052 for 2025): it ends no period and makes nothing fresh. Days that follow each other are believed, for the clock may be late.
with later as (
    select distinct occurred_at::date as day
    from read_parquet($files, hive_partitioning = true)
    where occurred_at >= $today::date + 1
),

steps as (
    select
        day,
        day - lag(day, 1, $today::date) over (order by day) as days
    from later
),

believed as (
    select max(day) as last_on
    from steps
    where day < coalesce((select min(day) from steps where days > 7), 'infinity'::date)
)

select
    min(occurred_at)::date as first_on,
    coalesce((select last_on from believed), max(occurred_at) filter (occurred_at < $today::date + 1), max(occurred_at))::date as last_on,
    count(*) as complaints
from read_parquet($files, hive_partitioning = true);
