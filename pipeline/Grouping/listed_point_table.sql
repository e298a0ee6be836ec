-- Grain: one row per place to count around (WGS-84 degrees, metres).
create or replace temp table listed_point (hotspot_id text, longitude double, latitude double, radius_m double);
