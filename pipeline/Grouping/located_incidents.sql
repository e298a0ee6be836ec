-- Grain: one row per incident that was first reported in $from (inclusive) to $until (exclusive) at a coordinate of its own (WGS-84), in a fixed order.
select
    issue,
    occurred_on,
    longitude,
    latitude
from complaint
where opens_incident and geo_level = 'coordinate' and occurred_at >= $from and occurred_at < $until
order by occurred_on, incident_id;
