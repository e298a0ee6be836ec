-- Grain: one row per complaint of these groups of complaints about one matter ($ids, one a line) between $memory and $until (exclusive), in order of time; the
-- last $most of each.
select
    * exclude (occurred_at, opens_incident),
    occurred_at >= $from as is_now
from said($memory, $until, $reach)
where issue_group_id in (select unnest(string_split($ids, chr(10))))
qualify row_number() over (partition by issue_group_id order by occurred_at desc, complaint_id desc) <= $most
order by occurred_at, complaint_id;
