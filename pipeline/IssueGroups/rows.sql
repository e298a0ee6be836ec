-- Grain: one row per complaint of a block of share $part (0 on, below $parts) that the grouping must see (scratch.issue_row), with its words, in the order that
-- the grouping needs. A block with one complaint that never joined a group has nothing to group.
with seen as (
    select
        *,
        count(*) over (partition by block) as in_block
    from scratch.issue_row
    where hash(block) % $parts::ubigint = $part::ubigint
)

select
    state.complaint_id,
    state.occurred_at,
    seen.block,
    state.district,
    nullif(state.issue, $unknown) as issue,
    left(state.title, $title_reach) as title,
    left(state.content_masked, $content_reach) as content,
    state.place_text,
    state.street,
    state.community,
    seen.group_id,
    seen.settled_until,
    scratch.issue_place(state.place_key, state.spoken_organisation) as place
from seen
join scratch.state using (complaint_id)
where seen.in_block > 1 or seen.group_id is not null
order by seen.block, state.occurred_at, state.complaint_id;
