-- Writes what was worked out beside: superseded states go to the history, changed orders, their incidents and groups replace what stood there.
insert into complaint_history by name
select
    running_state.complaint_id,
    following.batch_id as replaced_by_batch,
    running_state.content as version,
    to_json(running_state) as state,
    following.load_no,
    coalesce(own.source_file, known.source_file) as source_file,
    coalesce(own.source_line, known.source_line) as source_line
from scratch.running_state
left join scratch.incoming as own on running_state.seq = own.seq
left join scratch.known on running_state.complaint_id = known.complaint_id
join scratch.incoming as following on running_state.complaint_id = following.complaint_id
join scratch.running_state as next_state on following.seq = next_state.seq and next_state.content_before = running_state.content
where running_state.content <> running_state.content_after and next_state.content <> next_state.content_before
order by running_state.complaint_id, running_state.seq;

insert into quarantine
select *
from scratch.quarantine_incoming
order by batch_id, line;

delete from complaint
using scratch.rederived
where complaint.id_hash = rederived.id_hash and complaint.complaint_id = rederived.complaint_id;

insert into complaint
select *
from scratch.rederived
order by complaint_id;

-- Also where a complaint has another time now and opens an incident as it did: what stands under the old time says nothing any more.
delete from incident_member
using (
    select complaint_id
    from scratch.moved
    union
    select complaint_id
    from scratch.retimed
) as overtaken
where incident_member.complaint_id = overtaken.complaint_id;

insert into incident_member
select *
from scratch.moved
where joined_by <> 'opened';

delete from issue_group_member
using (
    select complaint_id
    from scratch.regrouped
    union
    select complaint_id
    from scratch.retimed
) as overtaken
where issue_group_member.complaint_id = overtaken.complaint_id;

insert into issue_group_member
select *
from scratch.regrouped
where group_id <> complaint_id;

delete from snapped_point;

insert into snapped_point
select *
from scratch.snapped_point
order by all;

delete from incident_rule;

insert into incident_rule
select *
from scratch.incident_rule;

insert into stale_month
select
    year,
    month
from scratch.touched_month
anti join stale_month using (year, month)
order by all;

delete from load_pending;
