-- Grain: one row, the hash of the scripts that made or last completed the tables.
select mark
from schema_mark;
