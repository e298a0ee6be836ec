-- Every order: after a change of the rules.
insert into touched
select complaint_id
from complaint;
