-- Grain: one row per order whose issue is known without its text: by a cell of its category path, by a person, or because its path is none of the
-- bureau's (issue null); at most $most of each issue, the latest. Paths that end in "other", or above the cells that decide (市容秩序 without 店外经营), say
-- nothing and are left out, and so are orders without a text.
with branch as (
    select distinct unnest(cells[:-2]) as cell
    from (
        select list_filter([category_1, category_2, category_3, category_4, category_5], lambda one: one is not null) as cells
        from complaint
        where issue_from = 'category'
    )
),

known as (
    select
        complaint_id,
        occurred_at,
        stream,
        coalesce(category_5, category_4, category_3, category_2, category_1) as cell,
        title,
        content_masked,
        if(issue_from in ('category', 'review'), issue, null) as issue,
        coalesce(issue_from, 'classifier') = 'category' as by_category
    from complaint
    where
        (title is not null or content_masked is not null)
        and (
            issue_from in ('category', 'review')
            or (
                coalesce(category_5, category_4, category_3, category_2, category_1) not in ('其他', '其它', '其他问题', '其它问题')
                and coalesce(category_5, category_4, category_3, category_2, category_1) not in (select cell from branch)
            )
        )
)

select
    complaint_id,
    occurred_at::date as occurred_on,
    stream,
    cell,
    title,
    content_masked,
    issue,
    by_category
from known
qualify row_number() over (partition by issue order by occurred_at desc nulls last, complaint_id desc) <= $most
order by occurred_at nulls first, complaint_id;
