-- Grain: one row: changed complaints of the issues whose incidents are made anew.
select coalesce(sum(changes), 0)::bigint as changes
from scratch.touched;
