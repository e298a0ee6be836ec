-- Grain: one row per cohort and street of a plan.
select *
from callback_stratum
where plan_id = $plan_id
order by period, district nulls first, street nulls first;
