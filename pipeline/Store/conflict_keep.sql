-- Keeps the contradictions of a load beside its ledger.
insert into conflict by name
select
    $load_no as load_no,
    *
from scratch.conflict
order by complaint_id, column_name, line_after;
