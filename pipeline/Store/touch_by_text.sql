-- Orders whose issue no category decided: after a change of the model. Those that a person decided too, for what was derived beneath may differ.
insert into touch
select complaint_id
from complaint
where issue_from is distinct from 'category';
