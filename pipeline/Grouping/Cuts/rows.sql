-- Grain: one row per complaint of a cut, in order of time, within a day those without an hour last, at most $top.
select *
from cut_detail
order by occurred_at::date, time_precision = 'day', occurred_at, complaint_id
limit $top;
