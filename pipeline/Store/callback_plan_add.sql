-- Writes a plan down.
insert into callback_plan values ($plan_id, $plan_on, $made_at, $staff);
