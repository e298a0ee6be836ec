-- Grain: one row per complaint whose issue is known without its text: by a cell of its category path, by a person, or because its path is none of the
-- bureau's (known_issue null). Paths that end in "other", or above the cells that decide (市容秩序 without 店外经营), say nothing and are left out, and so are
-- complaints without a text. Of the store, or of what is published: both have a complaint with these columns.
create or replace temp view known_text as
with branch as (
    select distinct unnest(cells[:-2]) as cell
    from (
        select list_filter([category_1, category_2, category_3, category_4, category_5], lambda one: one is not null) as cells
        from complaint
        where issue_from = 'category'
    )
)

select
    complaint_id,
    occurred_at,
    stream,
    coalesce(category_5, category_4, category_3, category_2, category_1) as cell,
    title,
    content_masked,
    if(issue_from in ('category', 'review'), issue, null) as known_issue,
    coalesce(issue_from, 'classifier') = 'category' as by_category
from complaint
where
    (title is not null or content_masked is not null)
    and (
        issue_from in ('category', 'review')
        or (cell not in ('其他', '其它', '其他问题', '其它问题') and cell not in (select branch.cell from branch))
    );
