-- Grain: one row per file behind the published generation, and one per loading again of its rejected rows.
select
    batch_id,
    name,
    read
from batch
order by name, batch_id;
