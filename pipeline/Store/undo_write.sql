-- Opens the transaction of a write: what it may replace of the small tables is kept. A store that no run has opened (tests) writes under an empty name.
insert into undo.write
select
    coalesce(max(write_no), 0) + 1 as write_no,
    coalesce(getvariable('run_no')::bigint, 0) as run_no,
    coalesce(getvariable('run_id'), '') as run_id,
    coalesce(getvariable('run_verb'), '') as verb,
    getvariable('run_at')::timestamp as made_at,
    getvariable('run_generation')::text as generation,
    $load_no as load_no,
    (select coalesce(max(override_no), 0) + 1 from override) as override_no,
    coalesce(getvariable('run_sets_city')::boolean, false) as sets_city,
    getvariable('run_inbox_files')::text as inbox_files,
    false as taken_back
from undo.write;

set variable write_no = (select max(write_no) from undo.write);

insert into undo.snapped_point
select
    getvariable('write_no'),
    *
from snapped_point;

insert into undo.incident_rule
select
    getvariable('write_no'),
    *
from incident_rule;

insert into undo.place_rule
select
    getvariable('write_no'),
    *
from place_rule;

insert into undo.baseline
select
    getvariable('write_no'),
    *
from baseline;

insert into undo.stale_month
select
    getvariable('write_no'),
    *
from stale_month;
