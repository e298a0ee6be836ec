-- Grain: one row per loading of the write, in order; from the ledger, or from what is taken back already.
select
    name,
    sha256,
    source,
    read,
    inserted,
    updated,
    unchanged,
    rejected,
    of_sha256
from (
    select
        $write_no as write_no,
        load_batch.*,
        coalesce(first_loading.sha256, load_batch.sha256) as of_sha256
    from load_batch
    left join retry_batch on load_batch.batch_id = retry_batch.retry_batch_id
    left join (
        select distinct
            batch_id,
            sha256
        from load_batch
    ) as first_loading on retry_batch.batch_id = first_loading.batch_id
    where
        load_batch.load_no >= (select load_no from undo.write where write_no = $write_no)
        and load_batch.load_no < coalesce((select min(load_no) from undo.write where write_no > $write_no), 9223372036854775807)
    union all
    from undo.file
)
where write_no = $write_no
order by load_no;
