-- Coordinates that are a geocoder's default (METHODS 0): five or more different places of the store share one exactly. Only those that changed rows
-- state or stated can turn. Coordinates are looked for by a 64-bit hash and counted by themselves.
-- Grain of stated_point: one row per changed row with a coordinate.
create or replace table scratch.stated_point as
select hash(longitude, latitude) as point
from scratch.changed
where geo_level = 'coordinate';

-- Grain of named_point: one row per complaint with a coordinate of those and a place, as it will be.
create or replace view scratch.named_point as
with state as (
    select
        complaint.longitude,
        complaint.latitude,
        complaint.geo_level,
        complaint.place_key
    from complaint
    anti join scratch.rederived using (id_hash)
    union all
    select
        longitude,
        latitude,
        geo_level,
        place_key
    from scratch.rederived
)

select
    longitude,
    latitude,
    place_key,
    hash(longitude, latitude) as point
from state
where geo_level = 'coordinate' and place_key is not null;

-- Grain of crowded_point: one row per coordinate with five complaints or more. Most have fewer: they go before places are told apart.
create or replace table scratch.crowded_point as
select named_point.point
from scratch.named_point
semi join scratch.stated_point using (point)
group by named_point.point
having count(*) >= 5;

-- Grain of snapped_point: one row per default point of the whole store, as it will be.
create or replace table scratch.snapped_point as
select
    named_point.longitude,
    named_point.latitude
from scratch.named_point
semi join scratch.crowded_point using (point)
group by named_point.longitude, named_point.latitude
having count(distinct named_point.place_key) >= 5
union all
select
    longitude,
    latitude
from snapped_point
where not exists (from scratch.stated_point where stated_point.point = hash(snapped_point.longitude, snapped_point.latitude));

-- Grain of resettled: one row per complaint at a coordinate that has become snapped or is no longer.
create or replace table scratch.resettled as
with turned as (
    select
        longitude,
        latitude
    from scratch.snapped_point
    anti join snapped_point using (longitude, latitude)
    union all
    select
        longitude,
        latitude
    from snapped_point
    anti join scratch.snapped_point using (longitude, latitude)
)

select
    complaint.issue,
    complaint.occurred_at
from complaint
semi join turned using (longitude, latitude)
where complaint.geo_level = 'coordinate';
