-- The touched orders as they stand, where a load keeps the orders that it changes.
insert into scratch.known
select complaint.*
from complaint
semi join touch using (complaint_id);

-- Grain: one row per touched order: what is to be derived anew.
drop table scratch.contested_state;

create view scratch.contested_state as
select *
from scratch.known;
