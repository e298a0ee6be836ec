-- Grain: one row: what the orders of the group say now, as readers see it.
select
    count(*) as orders,
    min(issue) as issue,
    min(district) as district,
    min(street) as street,
    min(place_key) as place_key,
    min(disposition) as disposition,
    min(incident_id) as incident_id
from review_group
join published using (complaint_id);
