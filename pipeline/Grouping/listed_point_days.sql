-- Grain: one row per place of listed_point and day ($from inclusive, $until exclusive) with units (one caller's issue at a place, on the day it was first
-- reported) within its radius. Both sides are put into cells of 0.005 degrees, wider than any radius asked for (400 m); a place looks into its nine.
with reach as (
    select
        *,
        floor(longitude / 0.005)::integer + east.step as cell_x,
        floor(latitude / 0.005)::integer + north.step as cell_y
    from listed_point, range(-1, 2) as east(step), range(-1, 2) as north(step)
)
select
    reach.hotspot_id,
    complaint.occurred_on as day,
    count(*) as units
from complaint
inner join reach
    on floor(complaint.longitude / 0.005)::integer = reach.cell_x and floor(complaint.latitude / 0.005)::integer = reach.cell_y
where
    complaint.occurred_at >= $from
    and complaint.occurred_at < $until
    and complaint.opens_unit
    and complaint.geo_level in ('coordinate', 'place')
    and 111195
    * sqrt(
        pow((complaint.longitude - reach.longitude) * cos(radians(reach.latitude)), 2) + pow(complaint.latitude - reach.latitude, 2)
    ) <= reach.radius_m
group by reach.hotspot_id, complaint.occurred_on
order by reach.hotspot_id, day;
