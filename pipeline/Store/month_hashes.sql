-- Grain: one row per month of the event; content is an order-free hash of its published rows.
select
    year(occurred_at) as year,
    month(occurred_at) as month,
    bit_xor(hash(*columns(*))) as content,
    count(*) as complaints
from published
group by all
order by all;
