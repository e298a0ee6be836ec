-- Grain: one row: the span of the published complaints, whatever the period.
select
    min(occurred_at)::date as first_on,
    max(occurred_at)::date as last_on,
    count(*) as complaints
from read_parquet($files, hive_partitioning = true);
