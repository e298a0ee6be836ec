-- What the city sent out, of the published generation: one row per order and one per list and stream.
set variable dispatched_file = $dispatched;

set variable dispatch_lists_file = $lists;

create or replace temp view dispatched as
select *
from read_parquet(getvariable('dispatched_file'));

create or replace temp view dispatch_list as
select *
from read_parquet(getvariable('dispatch_lists_file'));
