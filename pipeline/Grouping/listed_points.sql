-- Grain: one row per hotspot that a bulletin lists (its table points is $file, the list is $top long), in its order. callers: null where they are not known.
with point as (select * from read_parquet($file))

select listed.*
from
    (select null::text as busy_hours) as absent,
    -- Tables of earlier versions have no busy_hours: the name then means that of absent.
    lateral (
        select
            hotspot_id,
            rank,
            label,
            district,
            street,
            longitude,
            latitude,
            radius_m,
            complaints,
            if(callers_from = 'keys', callers, null) as callers,
            top_issue,
            busy_hours,
            trend_class
        from point
        where rank <= $top
    ) as listed
order by listed.rank, listed.hotspot_id;
