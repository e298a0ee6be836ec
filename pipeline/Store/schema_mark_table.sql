-- Grain: one row where the store has a mark; those of before it, and new ones, have none.
select table_name
from duckdb_tables()
where database_name = current_database() and schema_name = 'main' and table_name = 'schema_mark';
