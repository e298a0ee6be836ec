-- Grain: one row: order-free hash of the complaints from the day $from on that the reader sees.
select coalesce(bit_xor(hash(*columns(*))), 0) as content
from complaint
where occurred_at >= $from;
