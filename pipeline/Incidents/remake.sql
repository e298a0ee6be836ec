-- Where the rules of the merge are not those that the stored incidents were made with, the incidents of every issue are made anew.
create or replace table scratch.touched as
with changed as (
    select
        issue,
        from_at
    from scratch.touched
    union all
    select
        issue,
        timestamp '1900-01-01' as from_at
    from complaint
    where not exists (from incident_rule where incident_rule.name = 'merge' and incident_rule.value = $rules)
)

select
    issue,
    min(from_at) as from_at
from changed
group by issue;

create or replace table scratch.incident_rule as
select
    'merge' as name,
    $rules as value;
