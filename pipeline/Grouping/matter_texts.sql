-- Grain: one row per matter that was first heard of between $before and $until (exclusive), by its first complaint, in order of time: one of $parts, dealt out
-- by number.
select
    * exclude (occurred_at, opens_incident),
    occurred_at >= $from as is_now
from said($before, $until, $reach)
where complaint_id = issue_group_id and opens_incident and coalesce(title, content) is not null and hash(complaint_id) % $parts::ubigint = 0
order by occurred_at, complaint_id;
