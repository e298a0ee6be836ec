-- The totals of a period are those of the file that spoke of it last.
delete from baseline
using (select distinct from_on, until_on from baseline_incoming) as again
where baseline.from_on = again.from_on and baseline.until_on = again.until_on;

insert into baseline
select *
from baseline_incoming
order by all;
