-- The touched orders as they stand, where a load keeps the orders that it changes.
insert into scratch.known
select complaint.*
from complaint
semi join touch using (complaint_id);
