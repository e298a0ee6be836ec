-- Grain: one row per issue, or per district and street, that the complaints of the store hold: for cities without lists.
select
    'issue' as list,
    issue as name,
    null as sub_name
from complaint
where issue is not null
group by issue
union all
select
    'unit' as list,
    district as name,
    street as sub_name
from complaint
where district is not null
group by district, street
order by list, name, sub_name;
