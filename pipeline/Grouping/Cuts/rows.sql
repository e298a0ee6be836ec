-- Grain: one row per complaint of a cut, in order of time, at most $top.
select *
from cut_detail
order by occurred_at, complaint_id
limit $top;
