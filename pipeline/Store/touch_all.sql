-- Every order: after a change of the rules.
insert into touch
select complaint_id
from complaint;
