-- Grain: one row per rejected row of a file's bytes, in file order; masked_text is what people may see.
select
    file,
    line,
    column_name,
    reason,
    masked_text
from quarantine
where batch_id = $batch_id
order by line;
