-- Grain: one row per hotspot that a bulletin lists (its table points is $file, the list is $top long), in its order. callers: null where they are not known.
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
    top_hour,
    trend_class
from read_parquet($file)
where rank <= $top
order by rank, hotspot_id;
