-- Grain: one row per cohort of a plan.
select *
from callback_draw
where plan_id = $plan_id
order by period;
