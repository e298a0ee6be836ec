-- What taking back the last writes needs: of each write the rows that it replaced, in the columns of the tables themselves. Orders and their incidents
-- only where they changed; the small tables whole, as they were before it.
create schema if not exists undo;

-- Stores of before the columns: which load wrote the line of the history, and the row that the state came by.
alter table complaint_history add column if not exists load_no bigint;

alter table complaint_history add column if not exists source_file text;

alter table complaint_history add column if not exists source_line bigint;

-- Grain: one row per transaction that wrote; those of one run are taken back together. Of old runs nothing is kept (undo_prune).
-- run_no numbers the runs: two may have one id where a clock was set back.
-- generation: what readers saw before the run, null: nothing. load_no, override_no: the first numbers that the write could give.
-- sets_city: the home had no city before. inbox_files: hashes of the files that were taken from the inbox.
-- taken_back: the store is as before already, files and generation not yet.
create table if not exists undo.write (
    write_no bigint not null,
    run_no bigint not null,
    run_id text not null,
    verb text not null,
    made_at timestamp,
    generation text,
    load_no bigint not null,
    override_no bigint not null,
    sets_city boolean not null,
    inbox_files text,
    taken_back boolean not null
);

-- Grain: one row per order that stood in the store and was changed, as it was.
create table if not exists undo.complaint as
select
    0::bigint as write_no,
    *
from complaint
limit 0;

-- Stores of before the column.
alter table undo.complaint add column if not exists spoken_organisation text;

-- Grain: one row per order that stood in the store and whose incident was changed; null where it had opened its own.
create table if not exists undo.incident_member as
select
    0::bigint as write_no,
    *
from incident_member
limit 0;

-- Grain: one row per order that stood in the store and whose group was changed; null where it had opened its own.
create table if not exists undo.issue_group_member as
select
    0::bigint as write_no,
    *
from issue_group_member
limit 0;

-- Grain: one row per rejected row of the same bytes, as loaded before.
create table if not exists undo.quarantine as
select
    0::bigint as write_no,
    *
from quarantine
limit 0;

create table if not exists undo.snapped_point as
select
    0::bigint as write_no,
    *
from snapped_point
limit 0;

create table if not exists undo.incident_rule as
select
    0::bigint as write_no,
    *
from incident_rule
limit 0;

create table if not exists undo.place_rule as
select
    0::bigint as write_no,
    *
from place_rule
limit 0;

create table if not exists undo.baseline as
select
    0::bigint as write_no,
    *
from baseline
limit 0;

-- Grain: one row per month that was stale before the write.
create table if not exists undo.stale_month as
select
    0::bigint as write_no,
    *
from stale_month
limit 0;

-- Grain: one row per month that was stale after it, before publishing.
create table if not exists undo.touched_month as
select
    0::bigint as write_no,
    *
from stale_month
limit 0;

-- Grain: one row per file of the home's rules that the write replaced; null where there was none.
create table if not exists undo.rule_file (write_no bigint not null, name text not null, content_before text, content_after text not null);

-- Grain: one row per loading that was taken back; of_sha256: the file whose rows they were (of a loading again: the first one).
create table if not exists undo.file as
select
    0::bigint as write_no,
    *,
    ''::text as of_sha256
from load_batch
limit 0;
