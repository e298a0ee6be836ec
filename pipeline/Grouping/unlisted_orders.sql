-- Grain: one row per registered order that was sent out on a day of which a list of its stream speaks, and that no list has.
select
    complaint.complaint_id,
    complaint.stream,
    complaint.occurred_on,
    complaint.dispatched_at,
    complaint.district,
    complaint.street,
    complaint.issue
from complaint
anti join dispatched using (complaint_id)
where
    complaint.occurred_at >= $from::date - interval 31 day
    and coalesce(complaint.dispatched_at, complaint.occurred_at) >= $from
    and coalesce(complaint.dispatched_at, complaint.occurred_at) < $until
    and exists (
        from dispatch_list
        where
            dispatch_list.stream = coalesce(complaint.stream, 'unknown')
            and coalesce(complaint.dispatched_at, complaint.occurred_at)::date between dispatch_list.from_on and dispatch_list.last_on
    )
order by complaint.occurred_on, complaint.complaint_id;
