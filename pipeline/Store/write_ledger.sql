-- Grain: one row per loading of a file; the check on load_batch refuses a count that does not add up.
insert into load_batch values ($load_no, $batch_id, $name, $sha256, $source, $read, $inserted, $updated, $unchanged, $rejected);
