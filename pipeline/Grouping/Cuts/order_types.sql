-- Grain: one row per kind of order that the published complaints carry.
select distinct order_type
from complaint
where order_type is not null
order by order_type;
