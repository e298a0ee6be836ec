-- Grain: one row per name of a point that the published complaints carry.
select distinct split_part(place_key, '/', 3) as name
from (select distinct place_key from complaint where place_key is not null)
where split_part(place_key, '/', 3) <> ''
order by name;
