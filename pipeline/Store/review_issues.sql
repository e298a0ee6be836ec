-- Grain: one row per writing (category path, or the text where there is no category) and issue, where the issue is unclassified or rests on the text.
-- recent counts complaints from $since on. Uncertainty: 1 less the confidence of the least sure, 1 for nothing found.
with doubtful as (
    select
        complaint_id,
        occurred_at,
        issue,
        issue_from,
        issue_confidence,
        nullif(concat_ws(chr(30), category_1, category_2, category_3, category_4, category_5), '') as path,
        coalesce(title, content_masked) as text,
        content_masked
    from complaint
    where issue_from is null or issue_from = 'classifier'
)

select
    path,
    if(path is null, text, null) as text,
    issue,
    min_by(content_masked, complaint_id) as example,
    count(*) filter (occurred_at >= $since::date) as recent,
    count(*) as complaints,
    1 - min(coalesce(issue_confidence, 0)) as uncertainty
from doubtful
where path is not null or text is not null
group by path, if(path is null, text, null), issue
having recent > 0
order by recent * uncertainty desc, complaints desc, path, text, issue
limit $rows;
