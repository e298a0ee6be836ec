-- Grain: one row per order of a plan, call by call.
select *
from callback_call
where plan_id = $plan_id
order by call_no, complaint_id;
