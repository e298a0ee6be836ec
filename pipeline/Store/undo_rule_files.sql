-- Grain: one row per file of the home's rules that the write replaced.
select
    name,
    content_before,
    content_after
from undo.rule_file
where write_no = $write_no
order by name;
