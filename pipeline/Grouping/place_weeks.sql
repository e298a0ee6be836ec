-- Places by their key over $weeks weeks of seven days from $from on, numbered from 0. Three kinds of rows, since only the listed places are wanted one by one:
--   place_key and week null: places = how many have a unit (one caller's issue) at all
--   place_key null: places that have so many units in the week
--   else: one listed place ($listed: keys, one a line) and week with a unit.
with weekly as (
    select
        place_key,
        (occurred_on - $from::date) // 7 as week,
        count(*) as units
    from complaint
    where
        opens_unit
        and place_key is not null
        and geo_level in ('coordinate', 'place')
        and occurred_at >= $from
        and occurred_at < $from::date + 7 * $weeks::integer
    group by place_key, week
),

listed as (
    select distinct unnest(string_split($listed, chr(10))) as place_key
),

told as (
    select
        null as place_key,
        null as week,
        sum(units) as units,
        count(distinct place_key) as places
    from weekly
    union all
    select
        null as place_key,
        week,
        units,
        count(*) as places
    from weekly
    group by week, units
    union all
    select
        place_key,
        week,
        units,
        1 as places
    from weekly
    semi join listed using (place_key)
)

select
    place_key,
    week,
    coalesce(units, 0)::bigint as units,
    places
from told
order by place_key nulls first, week nulls first, units;
