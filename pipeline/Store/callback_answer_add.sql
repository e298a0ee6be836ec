-- Writes an answer down; what was said before stays.
insert into callback_result
select
    coalesce(max(result_no), 0) + 1 as result_no,
    $plan_id,
    $complaint_id,
    $recorded_at,
    $recorded_by,
    $outcome,
    $contacted,
    $resolved,
    $satisfaction,
    $is_valid,
    $note_masked
from callback_result;
