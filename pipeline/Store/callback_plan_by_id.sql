-- Grain: one row or none: the plan with the id.
select
    plan_id,
    plan_on,
    staff::varchar as staff
from callback_plan
where plan_id = $plan_id;
