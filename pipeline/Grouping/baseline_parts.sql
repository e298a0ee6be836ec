-- Grain: one row per stream, issue and district that the complaints have.
select distinct
    'stream' as kind,
    stream as part
from complaint
where stream is not null
union all
select distinct
    'issue' as kind,
    issue as part
from complaint
where issue is not null
union all
select distinct
    'district' as kind,
    district as part
from complaint
where district is not null
order by all;
