-- The tables are now as the scripts of this hash make them.
create or replace table schema_mark as
select $mark::text as mark;
