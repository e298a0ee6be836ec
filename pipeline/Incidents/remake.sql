-- Where the rules of the merge are not those that the stored incidents were made with, the incidents of every issue are made anew.
-- Issues are worked on side by side; share deals them out, those with most changes first.
create or replace table scratch.touched as
with changed as (
    select
        issue,
        from_at,
        changes
    from scratch.touched
    union all
    select
        issue,
        timestamp '1900-01-01' as from_at,
        1 as changes
    from complaint
    where not exists (from incident_rule where incident_rule.name = 'merge' and incident_rule.value = $rules)
)

select
    issue,
    min(from_at) as from_at,
    sum(changes)::bigint as changes,
    row_number() over (order by sum(changes) desc, issue) as share
from changed
group by issue;

delete from scratch.incident_rule
where name = 'merge';

insert into scratch.incident_rule
select
    'merge' as name,
    $rules as value;
