-- Says which run writes from now on, for undo_write.
set variable run_no = (select coalesce(max(run_no), 0) + 1 from undo.write);

set variable run_id = $run_id;

set variable run_verb = $verb;

set variable run_at = $made_at;

set variable run_generation = $generation;

set variable run_sets_city = $sets_city;

set variable run_inbox_files = $inbox_files;
