-- Orders without a category that say this; with $issue only those to which the rules give that issue.
create or replace temp table review_group as
select complaint_id
from complaint
where
    concat_ws('', category_1, category_2, category_3, category_4, category_5) = ''
    and coalesce(title, content_masked) = $text
    and ($issue::text is null or (issue = $issue and issue_from is distinct from 'review'));
