-- Grain: one row per matter that was first heard of between $before and $until (exclusive), by its first complaint, in order of time: one of $parts, dealt out
-- by number.
select
    complaint_id,
    issue_group_id,
    title,
    left(content_masked, $reach) as content,
    split_part(place_key, '/', 3) as place,
    place_text,
    district,
    street,
    community,
    occurred_at >= $from as is_now
from complaint
where
    occurred_at >= $before
    and occurred_at < $until
    and complaint_id = issue_group_id
    and opens_incident
    and coalesce(title, content_masked) is not null
    and hash(complaint_id) % $parts = 0
order by occurred_at, complaint_id;
