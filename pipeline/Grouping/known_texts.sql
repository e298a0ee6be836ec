-- Grain: one row per complaint from $from on whose issue is known without its text: by a cell of its category path, by a person, or because its path is none
-- of the bureau's (issue null). At most $most of them, the same ones every time; as Store/training_texts.sql, of what is published: paths that end above the cells that decide say nothing.
with branch as (
    select distinct unnest(cells[:-2]) as cell
    from (
        select list_filter([category_1, category_2, category_3, category_4, category_5], lambda one: one is not null) as cells
        from complaint
        where issue_from = 'category'
    )
)

select
    occurred_on,
    if(issue_from in ('category', 'review'), issue, null) as issue,
    title,
    content_masked
from complaint
where
    occurred_on >= $from::date
    and (title is not null or content_masked is not null)
    and (
        issue_from in ('category', 'review')
        or (
            coalesce(category_5, category_4, category_3, category_2, category_1) not in ('其他', '其它', '其他问题', '其它问题')
            and coalesce(category_5, category_4, category_3, category_2, category_1) not in (select cell from branch)
        )
    )
qualify row_number() over (order by md5(complaint_id), complaint_id) <= $most
order by occurred_at, complaint_id;
