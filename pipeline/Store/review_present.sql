-- Grain: one row: what the orders of the group say now.
select
    count(*) as orders,
    min(complaint.issue) as issue,
    min(complaint.district) as district,
    min(complaint.street) as street,
    min(complaint.place_key) as place_key,
    min(coalesce(decided.new_value ->> 'disposition', complaint.disposition, 'unknown')) as disposition,
    min(incident_member.incident_id) as incident_id
from review_group
join complaint using (complaint_id)
left join incident_member using (complaint_id)
left join override_in_force as decided on complaint.complaint_id = decided.key and decided.kind = 'disposition';
