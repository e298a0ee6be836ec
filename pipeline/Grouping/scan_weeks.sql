-- Grain: one row per week with an incident, for $weeks weeks of seven days from $from on, numbered from 0: incidents that have a location, by system.
select
    (occurred_on - $from::date) // 7 as week,
    count(*) as incidents,
    count(*) filter (district is not null and street is not null) as of_street,
    count(*) filter (district is not null and street is not null and community is not null) as of_community,
    count(*) filter (geo_level in ('coordinate', 'place') and longitude is not null and latitude is not null) as of_cell
from complaint
where opens_incident and occurred_at >= $from and occurred_at < $from::date + 7 * $weeks::integer
group by week
order by week;
