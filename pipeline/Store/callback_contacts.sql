-- Grain: one row per cohort: attempts of the plans from $since (inclusive) to $day (exclusive), and what came of them.
select
    callback_call.period,
    count(*) as attempts,
    count(*) filter (callback_answer.is_reached) as reached,
    count(*) filter (callback_answer.is_valid) as valid
from callback_answer
inner join callback_call
    on callback_answer.plan_id = callback_call.plan_id and callback_answer.complaint_id = callback_call.complaint_id
where callback_answer.plan_on >= $since and callback_answer.plan_on < $day
group by callback_call.period
order by callback_call.period;
