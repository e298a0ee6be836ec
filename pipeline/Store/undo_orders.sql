-- Keeps the orders that apply is about to replace, and the incidents and groups that it is about to change. Rows of this very load are none: they go with their number.
insert into undo.complaint by name
select
    getvariable('write_no') as write_no,
    known.*
from scratch.known
join scratch.rederived using (id_hash, complaint_id)
where known.load_no < $load_no and known is distinct from rederived;

insert into undo.incident_member
with changed as (
    select complaint_id
    from scratch.retimed
    where load_no < $load_no
    union
    select complaint.complaint_id
    from complaint
    semi join scratch.moved on complaint.occurred_at = moved.occurred_at and complaint.complaint_id = moved.complaint_id
    where complaint.load_no < $load_no
)

select
    getvariable('write_no'),
    changed.complaint_id,
    incident_member.occurred_at,
    incident_member.incident_id,
    incident_member.unit_id,
    incident_member.joined_by
from changed
left join incident_member using (complaint_id);

insert into undo.issue_group_member
with changed as (
    select complaint_id
    from scratch.retimed
    where load_no < $load_no
    union
    select complaint.complaint_id
    from complaint
    semi join scratch.regrouped on complaint.occurred_at = regrouped.occurred_at and complaint.complaint_id = regrouped.complaint_id
    where complaint.load_no < $load_no
)

select
    getvariable('write_no'),
    changed.complaint_id,
    issue_group_member.occurred_at,
    issue_group_member.group_id
from changed
left join issue_group_member using (complaint_id);
