-- Grain: one row per order that a plan before $day put on a sheet: plans, attempts, what came of them, and the first plan's probability.
select
    callback_call.complaint_id,
    count(*) as plans,
    count(callback_answer.outcome) as attempts,
    coalesce(bool_or(callback_answer.is_reached), false) as is_reached,
    coalesce(bool_or(callback_answer.is_valid), false) as is_valid,
    arg_max(callback_answer.outcome, callback_plan.plan_on) as outcome,
    bool_and(callback_call.has_phone) as has_phone,
    arg_min(callback_call.inclusion, callback_plan.plan_on) as inclusion
from callback_call
inner join callback_plan using (plan_id)
left join callback_answer on callback_call.plan_id = callback_answer.plan_id and callback_call.complaint_id = callback_answer.complaint_id
where callback_plan.plan_on < $day
group by callback_call.complaint_id
order by callback_call.complaint_id;
