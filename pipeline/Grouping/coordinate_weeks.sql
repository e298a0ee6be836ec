-- Grain: one row per coordinate and week with an incident or a unit (one caller's issue at a place), for $weeks weeks of seven days from $from on; weeks are
-- numbered from 0. Coordinates are those that reports state and those of named places. In no order: what is read is only added up.
select
    longitude,
    latitude,
    (occurred_on - $from::date) // 7 as week,
    count(*) filter (opens_incident) as incidents,
    count(*) filter (opens_unit) as units
from complaint
where
    (opens_incident or opens_unit)
    and geo_level in ('coordinate', 'place')
    and longitude is not null
    and latitude is not null
    and occurred_at >= $from
    and occurred_at < $from::date + 7 * $weeks::integer
group by longitude, latitude, week;
