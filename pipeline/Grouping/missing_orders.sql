-- Grain: one row per order that was sent out in the days and is not registered; excused: why it need not be.
select
    dispatched.complaint_id,
    dispatched.stream,
    dispatched.dispatched_on,
    dispatched.dispatched_at,
    dispatched.district,
    dispatched.street,
    dispatched.issue,
    dispatched.excused
from dispatched
anti join complaint using (complaint_id)
where dispatched.dispatched_on >= $from and dispatched.dispatched_on < $until
order by dispatched.excused is not null, dispatched.dispatched_on, dispatched.dispatched_at, dispatched.complaint_id;
