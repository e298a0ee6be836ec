-- Grain: one row per state that the load makes or ends: new orders, which stand in complaint already with load_no >= $load_no, and changed ones as they
-- will be and as they were.
set variable load_no = $load_no::bigint;

create or replace view scratch.changed as
select
    issue,
    occurred_at,
    longitude,
    latitude,
    geo_level
from complaint
where load_no >= getvariable('load_no')
union all
select
    issue,
    occurred_at,
    longitude,
    latitude,
    geo_level
from scratch.rederived
union all
select
    known.issue,
    known.occurred_at,
    known.longitude,
    known.latitude,
    known.geo_level
from scratch.known
semi join scratch.rederived using (complaint_id);

-- Grain: one row per order that happened at another time than it was known to: what stands under the old one says nothing any more.
create or replace view scratch.retimed as
select
    known.complaint_id,
    known.load_no
from scratch.known
join scratch.rederived using (id_hash, complaint_id)
where known.occurred_at is distinct from rederived.occurred_at;
