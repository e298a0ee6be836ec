-- What every grouping reads: one row per complaint of the published generation that a bulletin of the period may see ($until exclusive).
-- hour is null where only the day is known. An incident is counted where and when it was first reported (opens_incident), so that
-- incidents add up over days, hours, areas and issues; opens_unit likewise for one caller's issue at a place.
set variable complaint_files = $files;

set variable batch_file = $batches;

set variable seen_until = $until::date;

create or replace temp view complaint as
select
    *,
    occurred_at::date as occurred_on,
    if(time_precision = 'day', null, hour(occurred_at)) as hour,
    complaint_id = incident_id as opens_incident,
    complaint_id = unit_id as opens_unit
from read_parquet(getvariable('complaint_files'), hive_partitioning = true)
where occurred_at < getvariable('seen_until');

create or replace temp view batch as
select *
from read_parquet(getvariable('batch_file'));
