-- Grain: one row per order whose issue is known without its text (known_text); at most $most of each issue, the latest.
select
    complaint_id,
    occurred_at::date as occurred_on,
    stream,
    cell,
    title,
    content_masked,
    known_issue,
    by_category
from known_text
qualify row_number() over (partition by known_issue order by occurred_at desc nulls last, complaint_id desc) <= $most
order by occurred_at nulls first, complaint_id;
