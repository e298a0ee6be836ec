-- Totals on their way in; the caller appends them.
create or replace temp table baseline_incoming as
select *
from baseline
limit 0;
