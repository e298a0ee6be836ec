-- Grain: one row per rejected row of a file's bytes that was mended and loaded since.
select
    file,
    line
from quarantine_resolution
where batch_id = $batch_id
order by file, line;
