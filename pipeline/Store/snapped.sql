-- Coordinates that are a geocoder's default (METHODS 0): five or more different places of the store share one exactly. Only those that the load's rows
-- state or stated can change; before it the orders stand in complaint as they were, new ones already with load_no >= $load_no.
-- Grain of stated_point: one row per coordinate of such a row.
create or replace table scratch.stated_point as
select distinct
    longitude,
    latitude
from (
    select
        longitude,
        latitude,
        geo_level
    from complaint
    where load_no >= $load_no
    union all
    select
        longitude,
        latitude,
        geo_level
    from scratch.rederived
    union all
    select
        known.longitude,
        known.latitude,
        known.geo_level
    from scratch.known
    semi join scratch.rederived using (complaint_id)
)
where geo_level = 'coordinate';

-- Grain of snapped_point: one row per such coordinate of the whole store, as it will be.
create or replace table scratch.snapped_point as
with state as (
    select
        complaint.longitude,
        complaint.latitude,
        complaint.geo_level,
        hash(complaint.place_key) as place
    from complaint
    anti join scratch.rederived using (id_hash, complaint_id)
    where complaint.place_key is not null
    union all
    select
        longitude,
        latitude,
        geo_level,
        hash(place_key) as place
    from scratch.rederived
    where place_key is not null
),

named as (
    select
        state.longitude,
        state.latitude,
        state.place
    from state
    semi join scratch.stated_point using (longitude, latitude)
    where state.geo_level = 'coordinate'
),

-- Most coordinates are one place's: they go before places are counted apart.
shared as (
    select
        longitude,
        latitude
    from named
    group by longitude, latitude
    having count(*) >= 5 and min(place) < max(place)
)

select
    named.longitude,
    named.latitude
from named
semi join shared using (longitude, latitude)
group by named.longitude, named.latitude
having count(distinct named.place) >= 5
union all
select
    longitude,
    latitude
from snapped_point
anti join scratch.stated_point using (longitude, latitude);

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
