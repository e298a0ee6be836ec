-- Marks the rows that were loaded after all, and takes back what the loading wrote into quarantine: rows rejected again stand there already.
insert into retry_batch values ($retry_batch_id, $batch_id, $attempt);

insert into quarantine_resolution
select
    $batch_id,
    file,
    line,
    $retry_batch_id,
    $resolved_at
from retried
where retry_batch_id = $retry_batch_id
order by file, line;

delete from quarantine
where batch_id = $retry_batch_id;
