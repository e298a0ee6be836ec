-- Grain: one row per unit (one caller's issue at a place) whose first report lies in $from (inclusive) to $until (exclusive) and names a point.
select *
from units_of($from, $until)
order by occurred_at, unit_id;
