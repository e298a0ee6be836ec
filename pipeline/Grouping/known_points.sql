-- Grain: one row per hotspot with a point in the table points of a bulletin.
select
    hotspot_id,
    longitude,
    latitude
from read_parquet($file)
where longitude is not null and latitude is not null
order by hotspot_id;
