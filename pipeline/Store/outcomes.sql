-- Grain: one row per file of the load, in order; rejected rows are not incoming and are counted by the reader.
select
    file_no,
    count(*) filter (outcome = 'inserted') as inserted,
    count(*) filter (outcome = 'updated') as updated,
    count(*) filter (outcome = 'unchanged') as unchanged
from scratch.incoming_outcome
group by file_no
order by file_no;
