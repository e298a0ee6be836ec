-- The rejected rows of a file's bytes are those of its last loading; those of the one before are kept for undo.
insert into undo.quarantine
select
    getvariable('write_no'),
    *
from quarantine
where batch_id = $batch_id;

delete from quarantine
where batch_id = $batch_id;
