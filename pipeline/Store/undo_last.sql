-- Grain: one row per transaction of the last run, in the order in which they were written; was_published: readers saw all of the store before it.
select
    write_no,
    run_id,
    verb,
    made_at,
    generation,
    not exists (from undo.stale_month where stale_month.write_no = write.write_no) as was_published,
    sets_city,
    inbox_files,
    taken_back
from undo.write
where run_no = (select max(run_no) from undo.write)
order by write_no;
