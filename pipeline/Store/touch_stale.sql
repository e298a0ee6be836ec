-- What is published of these orders, and of those that were joined to them, is no longer what holds.
insert into stale_month
select distinct
    year(incident_member.occurred_at) as year,
    month(incident_member.occurred_at) as month
from incident_member
where
    incident_member.complaint_id in (
        select complaint_id
        from touch
    )
    or incident_member.incident_id in (
        select complaint_id
        from touch
    )
except
select
    year,
    month
from stale_month
order by all;
