-- What is published of these orders, and of those that were joined to them, is no longer what holds.
insert into stale_month
with times as (
    select complaint.occurred_at
    from complaint
    semi join touch using (complaint_id)
    union all
    select incident_member.occurred_at
    from incident_member
    semi join touch on incident_member.incident_id = touch.complaint_id
)

select distinct
    year(occurred_at) as year,
    month(occurred_at) as month
from times
except
select
    year,
    month
from stale_month
order by all;
