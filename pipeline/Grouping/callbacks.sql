-- Grain: one row per unit (district; null = all): 三率 counts of the orders closed in the period, $from inclusive, $until exclusive, as callback_cohort.sql has
-- them: what is still open is not called back yet. Only stream B of the bureau's kinds is called back under the contract ($kinds as is_called_back has it); orders excluded from assessment count only with $with_excluded; where the stream is unknown all
-- orders count and the report says so. A recorded callback that is valid speaks for its order (recorded); else the callback columns of the exports do. Answers
-- count where the callback is valid, so that no rate is more than whole.
with answered as (
    select
        complaint.district,
        recorded.complaint_id is not null as is_recorded,
        if(recorded.complaint_id is null, complaint.contacted, recorded.contacted) as contacted,
        if(recorded.complaint_id is null, complaint.resolved, recorded.resolved) as resolved,
        if(recorded.complaint_id is null, complaint.satisfaction, recorded.satisfaction) as satisfaction,
        if(recorded.complaint_id is null, complaint.valid_callback, true) as valid_callback
    from complaint
    left join callback as recorded on complaint.complaint_id = recorded.complaint_id and recorded.is_valid
    where
        closing_time(complaint.closed_at, complaint.status, complaint.quality_flags, complaint.dispatched_at, complaint.occurred_at) >= $from
        and closing_time(complaint.closed_at, complaint.status, complaint.quality_flags, complaint.dispatched_at, complaint.occurred_at) < $until
        and ($with_excluded or complaint.disposition <> 'excluded')
        and complaint.stream in ('unknown', 'B')
        and is_called_back(complaint.issue, complaint.occurred_on, $kinds)
),

judged as (
    select
        *,
        coalesce(valid_callback, satisfaction is not null or resolved is not null) as is_valid
    from answered
)

select
    district,
    count(*) as complaints,
    count(*) filter (contacted is not null or resolved is not null or satisfaction is not null or valid_callback) as called_back,
    count(*) filter (is_valid) as valid,
    count(contacted) filter (is_valid) as contact_known,
    count(*) filter (is_valid and contacted) as contacted,
    count(*) filter (is_valid and resolved) as resolved,
    count(*) filter (is_valid and satisfaction = 'satisfied') as satisfied,
    count(*) filter (is_valid and satisfaction = 'basic') as basically_satisfied,
    count(*) filter (is_recorded) as recorded,
    count(resolved) filter (is_valid) as resolved_known,
    count(satisfaction) filter (is_valid) as satisfaction_known
from judged
group by grouping sets ((), (district))
having grouping(district) = 1 or district is not null
order by district nulls first;
