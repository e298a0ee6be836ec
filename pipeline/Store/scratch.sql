-- What a load works with. Both connections of the load see it; it is gone with the session, and memory that it does not need goes back.
detach database if exists scratch;

attach ':memory:' as scratch;

-- Grain: one row per row of the files that may speak of an order which is known already, in the order of the files.
create table scratch.incoming as
select
    0::bigint as seq,
    0::integer as file_no,
    *
from complaint
limit 0;

-- Grain: one row per incoming row that writes a known time less exactly than it is known, and which of its times that is.
create table scratch.coarser (seq bigint not null, called boolean not null, dispatched boolean not null, registered boolean not null);

-- Grain: one row per order that several rows speak of and that changed, as it will be.
create table scratch.rederived as
select *
from complaint
limit 0;

-- Grain: one row per order, as it will be.
create view scratch.state as
select *
from complaint
anti join scratch.rederived using (id_hash, complaint_id)
union all by name
select *
from scratch.rederived;

-- Grain: one row per complaint whose incident, unit or what joined it is new.
create table scratch.moved as
select *
from incident_member
limit 0;

-- Grain: one row per complaint whose group of one matter is new.
create table scratch.regrouped as
select *
from issue_group_member
limit 0;

-- Grain: one row per file with the bytes of one before it in the load.
create table scratch.copied_file (file_no integer not null);

-- Grain: one row per incoming row without a time, as the quarantine would have it.
create table scratch.untimed as
select
    0::bigint as seq,
    *
from quarantine
limit 0;

create table scratch.quarantine_incoming as
select *
from quarantine
limit 0;

-- Grain: one row per rule that the incidents and groups of the load are made with.
create table scratch.incident_rule as
select *
from incident_rule;
