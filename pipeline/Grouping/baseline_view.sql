-- Earlier totals of the published generation.
set variable baseline_file = $file;

create or replace temp view baseline as
select *
from read_parquet(getvariable('baseline_file'));
