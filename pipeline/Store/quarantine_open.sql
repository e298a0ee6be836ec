-- Grain: one row per file (its bytes) with rejected rows that were not loaded since, oldest first; footers are rejected for good.
with open_rows as (
    select
        batch_id,
        count(*) filter (reason <> 'footer') as mendable
    from open_quarantine
    group by batch_id
),

-- Copies under other names are of the same bytes; the rows bear the name of the one that they stand in quarantine from.
first_loading as (
    select load_batch.*
    from load_batch
    semi join quarantine
        on
            load_batch.batch_id = quarantine.batch_id
            and (quarantine.file = load_batch.name or starts_with(quarantine.file, load_batch.name || '#'))
    qualify row_number() over (partition by batch_id order by load_no) = 1
)

select
    first_loading.batch_id,
    first_loading.name,
    first_loading.sha256,
    first_loading.source,
    first_loading.read,
    (
        select count(*)
        from retry_batch
        where retry_batch.batch_id = first_loading.batch_id
    ) as attempts
from first_loading
join open_rows using (batch_id)
where open_rows.mendable > 0
order by first_loading.load_no;
