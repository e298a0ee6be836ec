-- Grain: one row per answered order of a plan: the answer that counts.
select
    complaint_id,
    outcome,
    contacted,
    resolved,
    satisfaction,
    note_masked
from callback_answer
where plan_id = $plan_id
order by complaint_id;
