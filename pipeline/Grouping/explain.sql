-- Grain: one row for the order $id, every published column as text; none where the generation lacks the order.
select columns(* exclude (occurred_on, hour, opens_incident, opens_unit, year, month))::varchar
from complaint
where complaint_id = $id;
