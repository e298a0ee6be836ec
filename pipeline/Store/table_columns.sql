-- Grain: one row per column of a table that there is, in order; many times as quick as the list of all columns (Store/columns).
select
    name,
    type
from pragma_table_info($table)
order by cid;
