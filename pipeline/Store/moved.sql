-- Grain of moved: one row per complaint whose incident, unit or what joined it is new.
create or replace table scratch.moved as
select member.*
from scratch.member
anti join incident_member
    on
        member.complaint_id = incident_member.complaint_id
        and member.occurred_at = incident_member.occurred_at
        and member.incident_id = incident_member.incident_id
        and member.unit_id = incident_member.unit_id
        and member.joined_by = incident_member.joined_by;

-- Grain of touched_month: one row per month that has or had a row which is no longer as it was published.
create or replace table scratch.touched_month as
with times as (
    select occurred_at
    from complaint
    where load_no >= $load_no
    union all
    select occurred_at
    from scratch.rederived
    union all
    select known.occurred_at
    from scratch.known
    semi join scratch.rederived using (complaint_id)
    union all
    select occurred_at
    from scratch.moved
    union all
    select occurred_at
    from scratch.resettled
)

select distinct
    year(occurred_at) as year,
    month(occurred_at) as month
from times;
