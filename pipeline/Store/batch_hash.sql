-- Grain: one row: order-free hash of what publish_batches writes.
with first_loading as (
    select
        batch_id,
        name,
        source,
        read,
        rejected
    from load_batch
    qualify row_number() over (partition by batch_id order by load_no) = 1
)

select coalesce(bit_xor(hash(*columns(*))), 0) as content
from first_loading;
