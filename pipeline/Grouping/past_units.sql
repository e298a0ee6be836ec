-- Grain: one row per unit as in units, in no order, with what a past of a million of them is asked for.
select
    unit_id,
    incident_id,
    place_key,
    longitude,
    latitude,
    occurred_at,
    district,
    street,
    complaints
from units_of($from, $until);
