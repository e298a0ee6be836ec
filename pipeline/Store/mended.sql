-- Grain: one row: rejected rows of a file's bytes that were mended and loaded since.
select count(*)
from quarantine_resolution
where batch_id = $batch_id;
