-- Grain: one row per incident of the space-time cluster $id as it is told until $until (exclusive), the first report first, at most $top. $file is the table
-- cluster_incidents of the bulletin or night. callers: distinct known keys, at least one.
select
    incident_id,
    strftime(min(occurred_at), '%Y-%m-%d %H:%M') as first_at,
    arg_min(issue, (occurred_at, complaint_id)) as issue,
    arg_min(coalesce(nullif(split_part(place_key, '/', 3), ''), place_text), (occurred_at, complaint_id)) as place,
    count(*) as complaints,
    greatest(count(distinct caller_key), 1) as callers,
    count(*) over () as incidents
from complaint
semi join read_parquet($file) as told on complaint.incident_id = told.incident_id and told.cluster_id = $id
where occurred_at >= $from and occurred_at < $until
group by incident_id
order by first_at, incident_id
limit $top;
