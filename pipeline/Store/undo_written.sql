-- Closes the transaction of a write: which months it leaves stale.
insert into undo.touched_month
select
    getvariable('write_no'),
    *
from stale_month;
