-- Keeps the contradictions of a load beside its ledger.
insert into conflict
select
    $load_no,
    *
from scratch.conflict
order by complaint_id, column_name, line_after;
