-- Grain: one row per report of the incident $incident, the first report first, at most $top.
select
    complaint_id,
    strftime(occurred_at, '%Y-%m-%d %H:%M:%S') as occurred_at,
    joined_by
from complaint
where incident_id = $incident
order by complaint.occurred_at, complaint_id
limit $top;
