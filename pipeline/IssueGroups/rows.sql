-- Grain: one row per complaint of a touched block of share $part (0 on, below $parts), in the order that the grouping needs, with the group that it has so
-- far, if it joined one: those from the touched time on, and of earlier ones the first $founders of each group that was heard of in the $days before it,
-- with the last time of that group (settled_until). A block with one complaint that never joined a group has nothing to group.
with state as (
    select *
    from complaint
    anti join scratch.rederived using (id_hash, complaint_id)
    union all by name
    select *
    from scratch.rederived
),

blocked as (
    select
        state.*,
        touched_block.block,
        touched_block.from_at,
        issue_group_member.group_id
    from state
    join scratch.touched_block
        on scratch.issue_block(state.district, state.place_key, state.spoken_organisation, state.title, state.content_masked) = touched_block.block
    left join issue_group_member on state.complaint_id = issue_group_member.complaint_id and state.occurred_at = issue_group_member.occurred_at
    where hash(touched_block.block) % $parts = $part
),

grouped as (
    select
        blocked.*,
        coalesce(group_id, complaint_id) as group_so_far,
        max(occurred_at) over (partition by block, occurred_at < from_at, coalesce(group_id, complaint_id)) as last_at,
        row_number() over (partition by block, occurred_at < from_at, coalesce(group_id, complaint_id) order by occurred_at, complaint_id) as turn,
        count(*) over (partition by block) as in_block
    from blocked
)

select
    complaint_id,
    occurred_at,
    block,
    district,
    nullif(issue, $unknown) as issue,
    left(title, $title_reach) as title,
    left(content_masked, $content_reach) as content,
    place_text,
    street,
    community,
    if(occurred_at < from_at, group_so_far, group_id) as group_id,
    if(occurred_at < from_at, last_at, null) as settled_until,
    scratch.issue_place(place_key, spoken_organisation) as place
from grouped
where
    (in_block > 1 or group_id is not null)
    and (occurred_at >= from_at or (turn <= $founders and last_at >= from_at - $days * interval 1 day))
order by block, occurred_at, complaint_id;
