-- Grain: one row: complaints of a cut of which only the day is known.
select count(*) as complaints
from cut_row
where hour is null;
