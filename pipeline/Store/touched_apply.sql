-- Takes the orders as they were derived anew.
delete from complaint
using rederived
where complaint.complaint_id = rederived.complaint_id;

insert into complaint
select *
from rederived;

create or replace temp table rederived as
select *
from rederived
limit 0;
