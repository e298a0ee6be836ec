-- Grain: one row: order-free hash of the rows of a Parquet file, as batch_hash and baseline_hash tell it of their tables.
select coalesce(bit_xor(hash(*columns(*))), 0) as content
from read_parquet($file);
