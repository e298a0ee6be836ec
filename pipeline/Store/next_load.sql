-- Grain: one row: the number that the first file of the next load gets.
select coalesce(max(load_no), 0) + 1 as load_no
from load_batch;
