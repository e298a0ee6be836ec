-- Grain: one row per rejected row of a file's bytes that was not loaded since, in file order; masked_text is what people may see.
select
    file,
    line,
    column_name,
    reason,
    masked_text
from open_quarantine
where batch_id = $batch_id
order by file, line;
