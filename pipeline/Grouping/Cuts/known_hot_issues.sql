-- Grain: one row per id ($ids, one a line) that is a group of complaints about one matter.
select distinct issue_group_id
from complaint
where issue_group_id in (select unnest(string_split($ids, chr(10))))
order by issue_group_id;
