-- Grain: one row per incident with at least $least reports in the span ($from inclusive, $until exclusive), most distinct callers first.
-- callers: distinct known keys, at least one; the example is the masked title or the beginning of the text of the first report.
select
    incident_id,
    arg_min(issue, (occurred_at, complaint_id)) as issue,
    arg_min(district, (occurred_at, complaint_id)) as district,
    arg_min(street, (occurred_at, complaint_id)) as street,
    arg_min(coalesce(nullif(split_part(place_key, '/', 3), ''), place_text), (occurred_at, complaint_id)) as place,
    arg_min(coalesce(title, content_masked), (occurred_at, complaint_id)) as example,
    count(*) as complaints,
    greatest(count(distinct caller_key), 1) as callers,
    min(occurred_at) as first_at,
    max(occurred_at) as last_at
from complaint
where occurred_at >= $from and occurred_at < $until
group by incident_id
having count(*) >= $least
order by callers desc, complaints desc, first_at, incident_id
limit $top;
