-- Grain: one row per group of complaints about one matter ($ids, one a line): what its first complaint of the cut says, masked, behind the name of the place
-- where the words do not tell it.
with spoken as (
    select
        issue_group_id,
        occurred_at,
        complaint_id,
        split_part(place_key, '/', 3) as place,
        coalesce(title, left(content_masked, 40)) as said
    from cut_row
    where issue_group_id in (select unnest(string_split($ids, chr(10))))
)

select
    issue_group_id,
    arg_min(if(place is null or contains(said, place), said, place || ' ' || said), (occurred_at, complaint_id)) as title
from spoken
group by issue_group_id;
