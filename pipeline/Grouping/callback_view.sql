-- Recorded callbacks of the published generation, one row per order.
set variable callback_file = $file;

create or replace temp view callback as
select *
from read_parquet(getvariable('callback_file'));
