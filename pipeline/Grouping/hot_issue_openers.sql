-- Grain: one row per group of complaints about one matter ($ids, one a line): when it was opened, however long ago.
select
    complaint_id,
    occurred_at
from complaint
where complaint_id in (select unnest(string_split($ids, chr(10))))
order by complaint_id;
