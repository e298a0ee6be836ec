-- Grain: one row per order and column in which rows contradict each other.
select
    complaint_id,
    column_name,
    value_before,
    file_before,
    line_before,
    value_after,
    file_after,
    line_after
from conflict
where load_no = $load_no
order by complaint_id, column_name, line_after;
