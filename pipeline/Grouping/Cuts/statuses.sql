-- Grain: one row per status that the published complaints carry.
select distinct status
from complaint
where status is not null
order by status;
