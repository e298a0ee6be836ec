-- Grain: one row per column of cut_detail, in order.
select column_name
from (describe cut_detail);
