-- Grain: one row: a hash of the published columns, by name and order. Months of a generation with other columns are written anew.
select md5(string_agg(column_name, ',')) as shape
from (describe published);
