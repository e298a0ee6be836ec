-- The rejected rows of a file's bytes are those of its last loading.
delete from quarantine
where batch_id = $batch_id;
