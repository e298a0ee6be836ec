-- Grain: one row per complaint from $from on whose issue is known without its text (Store/known_text). At most $most of them, the same ones every time.
select
    occurred_at::date as occurred_on,
    known_issue,
    title,
    content_masked
from known_text
where occurred_at >= $from::date
qualify row_number() over (order by md5(complaint_id), complaint_id) <= $most
order by occurred_at, complaint_id;
