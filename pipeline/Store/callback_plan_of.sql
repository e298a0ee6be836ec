-- Grain: one row or none: the plan of $day.
select
    plan_id,
    plan_on,
    staff::varchar as staff
from callback_plan
where plan_on = $day
order by made_at
limit 1;
