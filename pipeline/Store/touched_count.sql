-- Grain: one row: how many orders are touched, in how many parts.
select
    count(*) as orders,
    coalesce(max(part) + 1, 0)::integer as parts
from touched_part;
