-- Writes what was worked out beside: superseded states go to the history, changed orders and their incidents replace what stood there.
insert into complaint_history
select
    running_state.complaint_id,
    following.batch_id,
    running_state.content as version,
    to_json(running_state) as state
from scratch.running_state
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

delete from incident_member
using scratch.moved
where incident_member.complaint_id = moved.complaint_id;

insert into incident_member
select *
from scratch.moved;

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
