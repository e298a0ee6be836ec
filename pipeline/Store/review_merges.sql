-- Grain: one row per report and the report it was joined to, where both tell long and different stories; or the one it was not joined to, though the
-- issue, the place and the story are the same within three days. Likeness of stories: Jaccard over their characters (DuckDB's own jaccard compares
-- bytes, by which all Chinese texts are alike).
with story as (
    select
        complaint.complaint_id,
        complaint.occurred_at,
        complaint.issue,
        complaint.place_key,
        complaint.content_masked,
        coalesce(incident_member.incident_id, complaint.complaint_id) as incident_id,
        coalesce(incident_member.joined_by, 'opened') as joined_by
    from complaint
    left join incident_member using (complaint_id)
    where
        complaint.occurred_at >= $since::date - interval 3 day
        and length(complaint.content_masked) >= $shortest
        and complaint.complaint_id not in (
            select key
            from override_in_force
            where kind = 'incident'
        )
),

joined as (
    select
        later.complaint_id,
        opener.complaint_id as other_id,
        later.content_masked as story,
        opener.content_masked as other_story,
        true as is_joined
    from story as later
    join story as opener on later.incident_id = opener.complaint_id
    where later.joined_by <> 'opened' and later.occurred_at >= $since::date
),

apart as (
    select
        later.complaint_id,
        earlier.complaint_id as other_id,
        later.content_masked as story,
        earlier.content_masked as other_story,
        false as is_joined
    from story as later
    join story as earlier
        on later.place_key = earlier.place_key
        and later.issue = earlier.issue
        and later.occurred_at > earlier.occurred_at
        and later.occurred_at <= earlier.occurred_at + interval 3 day
    where
        later.joined_by = 'opened'
        and earlier.joined_by = 'opened'
        and later.occurred_at >= $since::date
),

written as (
    select
        *,
        list_distinct(string_split(story, '')) as letters,
        list_distinct(string_split(other_story, '')) as other_letters
    from (
        select *
        from joined
        union all
        select *
        from apart
    )
),

compared as (
    select
        *,
        len(list_intersect(letters, other_letters)) as shared,
        shared / (len(letters) + len(other_letters) - shared) as likeness
    from written
)

select
    complaint_id,
    other_id,
    story,
    other_story,
    is_joined,
    if(is_joined, 1 - likeness, likeness) as doubt
from compared
where doubt >= if(is_joined, 0.7, 0.8)
qualify row_number() over (partition by complaint_id order by doubt desc, other_id) = 1
order by doubt desc, complaint_id
limit $rows;
