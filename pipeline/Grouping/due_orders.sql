-- Grain: one row per order that is not closed and whose time limit ends before $soon (exclusive), soonest first; is_overdue: it ended before $now.
select
    complaint_id,
    stream,
    due_at,
    due_at < $now::timestamp as is_overdue,
    district,
    street,
    issue
from complaint
where
    due_at < $soon::timestamp
    and closed_at is null
    and coalesce(status, '') <> '办结'
    and disposition not in ('not_ours', 'excluded')
order by due_at, complaint_id;
