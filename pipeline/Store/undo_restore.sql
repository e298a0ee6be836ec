-- Makes the store what it was before the write, which is the last one. Its months stay stale until they are published.
set variable write_no = $write_no::bigint;

set variable first_load = (select load_no from undo.write where write_no = getvariable('write_no'));

insert into undo.file
select
    getvariable('write_no'),
    load_batch.*,
    coalesce(first_loading.sha256, load_batch.sha256) as of_sha256
from load_batch
left join retry_batch on load_batch.batch_id = retry_batch.retry_batch_id
left join (
    select distinct
        batch_id,
        sha256
    from load_batch
) as first_loading on retry_batch.batch_id = first_loading.batch_id
where load_batch.load_no >= getvariable('first_load');

-- Grain: one row per order that only the write brought.
create or replace temp view brought as
select complaint.complaint_id
from complaint
anti join (from undo.complaint where write_no = getvariable('write_no')) as replaced using (id_hash, complaint_id)
where complaint.load_no >= getvariable('first_load');

delete from incident_member
using (
    select complaint_id
    from undo.incident_member
    where write_no = getvariable('write_no')
    union
    select complaint_id
    from brought
) as written
where incident_member.complaint_id = written.complaint_id;

insert into incident_member
select * exclude (write_no)
from undo.incident_member
where write_no = getvariable('write_no') and incident_id is not null;

delete from issue_group_member
using (
    select complaint_id
    from undo.issue_group_member
    where write_no = getvariable('write_no')
    union
    select complaint_id
    from brought
) as written
where issue_group_member.complaint_id = written.complaint_id;

insert into issue_group_member
select * exclude (write_no)
from undo.issue_group_member
where write_no = getvariable('write_no') and group_id is not null;

delete from complaint
where load_no >= getvariable('first_load');

delete from complaint
using undo.complaint as replaced
where
    replaced.write_no = getvariable('write_no')
    and complaint.id_hash = replaced.id_hash
    and complaint.complaint_id = replaced.complaint_id;

insert into complaint by name
select * exclude (write_no)
from undo.complaint
where write_no = getvariable('write_no')
order by complaint_id;

delete from complaint_history
where load_no >= getvariable('first_load');

delete from conflict
where load_no >= getvariable('first_load');

delete from quarantine
where batch_id in (
    select batch_id
    from load_batch
    where load_no >= getvariable('first_load')
);

insert into quarantine
select * exclude (write_no)
from undo.quarantine
where write_no = getvariable('write_no')
order by batch_id, line;

delete from quarantine_resolution
where retry_batch_id in (
    select batch_id
    from load_batch
    where load_no >= getvariable('first_load')
);

delete from retry_batch
where retry_batch_id in (
    select batch_id
    from load_batch
    where load_no >= getvariable('first_load')
);

delete from load_batch
where load_no >= getvariable('first_load');

delete from override
where override_no >= (select override_no from undo.write where write_no = getvariable('write_no'));

delete from snapped_point;

insert into snapped_point
select * exclude (write_no)
from undo.snapped_point
where write_no = getvariable('write_no');

delete from incident_rule;

insert into incident_rule
select * exclude (write_no)
from undo.incident_rule
where write_no = getvariable('write_no');

delete from place_rule;

insert into place_rule
select * exclude (write_no)
from undo.place_rule
where write_no = getvariable('write_no');

delete from baseline;

insert into baseline
select * exclude (write_no)
from undo.baseline
where write_no = getvariable('write_no');

insert into stale_month
select
    year,
    month
from undo.touched_month
where write_no = getvariable('write_no')
except
select
    year,
    month
from stale_month
order by all;

-- Lists, excuses and surveys that the run took in, and first days of files that are no longer loaded.
delete from batch_day
where batch_id not in (from load_batch select batch_id);

delete from dispatched
where list_no in (
    select list_no
    from dispatch_list
    where run_id = (select run_id from undo.write where write_no = getvariable('write_no'))
);

delete from dispatch_list
where run_id = (select run_id from undo.write where write_no = getvariable('write_no'));

delete from dispatch_excuse
where run_id = (select run_id from undo.write where write_no = getvariable('write_no'));

delete from survey_answer
where run_id = (select run_id from undo.write where write_no = getvariable('write_no'));

update undo.write
set taken_back = true
where write_no = getvariable('write_no');
