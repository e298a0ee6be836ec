-- The orders of the group are to be derived anew.
insert into touch
select complaint_id
from review_group;
