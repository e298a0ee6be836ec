-- Writes the merged rows: superseded states go to the history, orders that only one row speaks of are taken as they came.
-- All new rows go in by one plain insert, without a join and into a transaction that has appended nothing to complaint before: only then does DuckDB
-- compress row groups on all threads and write each once; otherwise it compresses them on one thread, and again at the commit and the checkpoint.
insert into complaint_history
select
    running_state.complaint_id,
    following.batch_id,
    running_state.content as version,
    to_json(running_state) as state
from running_state
join incoming as following on running_state.complaint_id = following.complaint_id
join running_state as next_state on following.seq = next_state.seq and next_state.content_before = running_state.content
where running_state.content <> running_state.content_after and next_state.content <> next_state.content_before
order by running_state.complaint_id, running_state.seq;

delete from quarantine
using (select distinct batch_id from incoming union select distinct batch_id from quarantine_incoming) as batch
where quarantine.batch_id = batch.batch_id;

insert into quarantine
select *
from quarantine_incoming
order by batch_id, line;

delete from complaint
using rederived
where complaint.complaint_id = rederived.complaint_id;

delete from incoming
using contested
where incoming.complaint_id = contested.complaint_id;

insert into incoming by name
select *
from rederived;

insert into complaint
select * exclude (seq, file_no)
from incoming;
