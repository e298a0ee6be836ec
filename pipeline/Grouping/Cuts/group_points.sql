-- Grain: one row per group of a cut with a point (WGS-84): that of its first report with one, stated or of a named place.
select
    columns('^(at|by)_[1-5]$'),
    arg_min(longitude, (occurred_at, complaint_id)) as longitude,
    arg_min(latitude, (occurred_at, complaint_id)) as latitude
from cut_group
where geo_level in ('coordinate', 'place') and longitude is not null and latitude is not null
group by all
order by all;
