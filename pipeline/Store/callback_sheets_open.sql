-- Grain: one row per call sheet that is still readable.
select
    plan_id,
    staff,
    file,
    written_at
from callback_sheet
where sealed_at is null
order by file;
