-- Grain: one row per order of stream B (or of an unknown one) that was closed in the days $from (inclusive) to $until (exclusive), by closing_time.
-- Without orders that are excluded from assessment; $kinds as is_called_back has it.
select
    complaint.complaint_id,
    complaint.occurred_on as reported_on,
    closing_time(complaint.closed_at, complaint.status, complaint.quality_flags, complaint.dispatched_at, complaint.occurred_at)::date as closed_on,
    complaint.district,
    complaint.street,
    complaint.issue,
    complaint.caller_key,
    coalesce(callback.attempts, 0) as attempts,
    coalesce(callback.is_reached, false) as is_reached,
    coalesce(callback.is_valid, false) as is_valid,
    callback.contacted,
    callback.resolved,
    callback.satisfaction,
    callback.inclusion
from complaint
left join callback using (complaint_id)
where
    closing_time(complaint.closed_at, complaint.status, complaint.quality_flags, complaint.dispatched_at, complaint.occurred_at) >= $from
    and closing_time(complaint.closed_at, complaint.status, complaint.quality_flags, complaint.dispatched_at, complaint.occurred_at) < $until
    and coalesce(complaint.stream, 'unknown') in ('unknown', 'B')
    and complaint.disposition <> 'excluded'
    and complaint.issue is not null
    and is_called_back(complaint.issue, complaint.occurred_on, $kinds)
order by complaint.complaint_id;
