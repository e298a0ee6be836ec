-- Grain: one row per report from $from (inclusive) to $until (exclusive) of the incidents, or callers' issues, that the orders $openers (one a line) opened; these first.
with opener as (
    select unnest(string_split($openers, chr(10))) as complaint_id
)

select complaint_id
from complaint
where occurred_at >= $from
    and occurred_at < $until
    and (incident_id in (select opener.complaint_id from opener) or unit_id in (select opener.complaint_id from opener))
order by complaint_id not in (select opener.complaint_id from opener), complaint_id
limit $most;
