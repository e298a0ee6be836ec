-- Grain: one row per complaint that the grouping must see (scratch.issue_row), with its words, in the order that the grouping needs. A block with one complaint that never joined a group has nothing to group.
-- Not from scratch.state: the join must hold what is narrow and look up the words, and DuckDB takes a table's size from the table.
with seen as (
    select
        *,
        count(*) over (partition by block) as in_block
    from scratch.issue_row
),

said as (
    select *
    from complaint
    join seen using (complaint_id)
    where not seen.is_rederived
    union all by name
    select *
    from scratch.rederived
    join seen using (complaint_id)
    where seen.is_rederived
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
    group_id,
    settled_until,
    scratch.issue_place(place_key, spoken_organisation) as place
from said
where in_block > 1 or group_id is not null
order by block, occurred_at, complaint_id;
