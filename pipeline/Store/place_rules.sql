-- Grain: one row per district, and one for all of them (null): what the orders were derived by.
select
    district,
    value
from place_rule
order by district nulls first;
