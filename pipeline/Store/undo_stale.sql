-- Readers are given back what they saw before the write: the months that were stale then are stale again.
delete from stale_month;

insert into stale_month
select
    year,
    month
from undo.stale_month
where write_no = $write_no;
