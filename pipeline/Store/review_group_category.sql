-- Orders with this category path; with $issue only those to which the rules give that issue.
create or replace temp table review_group as
select complaint_id
from complaint
where
    concat_ws(chr(30), category_1, category_2, category_3, category_4, category_5) = $path
    and ($issue::text is null or (issue = $issue and issue_from is distinct from 'review'));
