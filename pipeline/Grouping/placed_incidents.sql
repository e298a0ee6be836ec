-- Grain: one row per coordinate × street × issue × week with an incident: 0 is the period, the $weeks weeks before it are counted back from 1.
-- Coordinates are those that reports state and those of named places. In no order: what is read is only added up.
select
    longitude,
    latitude,
    district,
    street,
    issue,
    case when occurred_at >= $from then 0 else ($from::date - occurred_on - 1) // 7 + 1 end as weeks_back,
    count(*) as incidents
from complaint
where
    opens_incident
    and geo_level in ('coordinate', 'place')
    and longitude is not null
    and latitude is not null
    and district is not null
    and street is not null
    and occurred_at < $until
    and occurred_at >= $from::date - 7 * $weeks::integer
group by longitude, latitude, district, street, issue, weeks_back;
