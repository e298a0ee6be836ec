-- Grain: one row: order-free hash of what publish_batches writes.
select coalesce(bit_xor(hash(*columns(*))), 0) as content
from loaded_file;
