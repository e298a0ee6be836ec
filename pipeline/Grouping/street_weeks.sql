-- Grain: one row per street and week with an incident, for $weeks weeks of seven days from $from on; weeks are numbered from 0.
select
    district,
    street,
    (occurred_on - $from::date) // 7 as week,
    count(*) as incidents
from complaint
where
    opens_incident
    and district is not null
    and street is not null
    and occurred_at >= $from
    and occurred_at < $from::date + 7 * $weeks::integer
group by district, street, week
order by district, street, week;
