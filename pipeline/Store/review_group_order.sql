-- One order.
create or replace temp table review_group as
select complaint_id
from complaint
where complaint_id = $id;
