-- Grain: one row per file of the load, in order; of rejected rows only those without a time are incoming, the others are counted by the reader.
select
    file_no,
    count(*) filter (outcome = 'inserted') as inserted,
    count(*) filter (outcome = 'updated') as updated,
    count(*) filter (outcome = 'unchanged') as unchanged,
    count(*) filter (outcome = 'rejected') as rejected
from scratch.incoming_outcome
group by file_no
order by file_no;
