-- Grain: one row per point that lies in the polygon of a cut.
create or replace temp table within_point (longitude double, latitude double);
