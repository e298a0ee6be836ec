-- Grain: one row, or none: how many orders the last of the kept filters has room for, if they are complete for the load $load_no.
select room
from seen_state
where load_no = $load_no;
