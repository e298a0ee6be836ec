-- Which incident a report belongs to where a person decided: alone (incident_id is its own), or with the incident of another report as that one
-- stands now. Runs after the incidents were made; reports that were joined to a moved one move with it.
create or replace temp table decided_member as
with decided as (
    select
        key as complaint_id,
        new_value ->> 'incident' as incident_of
    from override_in_force
    where kind = 'incident'
)

select
    decided.complaint_id,
    if(decided.incident_of = decided.complaint_id, decided.complaint_id, target.incident_id) as incident_id
from decided
join incident_member as own on decided.complaint_id = own.complaint_id
left join incident_member as target on decided.incident_of = target.complaint_id;

update incident_member
set
    incident_id = decided_member.incident_id,
    unit_id = incident_member.complaint_id,
    joined_by = if(decided_member.incident_id = incident_member.complaint_id, 'opened', 'same_place')
from decided_member
where incident_member.complaint_id = decided_member.complaint_id and decided_member.incident_id is not null;

update incident_member
set incident_id = decided_member.incident_id, joined_by = 'same_place'
from decided_member
where
    incident_member.incident_id = decided_member.complaint_id
    and decided_member.incident_id is not null
    and decided_member.incident_id <> decided_member.complaint_id;
