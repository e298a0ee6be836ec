-- Grain: one row for the days $from (inclusive) to $until (exclusive).
-- Callers are a range: distinct known keys, and the reports that carry no key.
select
    count(*) as complaints,
    count(*) filter (opens_incident) as incidents,
    count(distinct caller_key) as known_callers,
    count(*) filter (caller_key is null) as reports_without_caller,
    count(*) filter (stream = 'A') as stream_a,
    count(*) filter (stream = 'B') as stream_b,
    count(*) filter (stream = 'own') as stream_own,
    count(*) filter (stream = 'unknown') as stream_unknown,
    count(*) filter (issue <> '其他') as classified,
    count(*) filter (hour is not null) as with_hour,
    count(*) filter (time_from = 'called') as with_call_time,
    count(*) filter (geo_level = 'coordinate') as with_coordinate,
    count(*) filter (geo_level in ('coordinate', 'place')) as with_point,
    count(*) filter (contains(geo_flags, 'place_from_content')) as place_from_content,
    count(*) filter (district is null) as district_unknown,
    count(*) filter (disposition = 'excluded') as excluded,
    count(*) filter (disposition = 'not_ours') as not_ours,
    count(*) filter (disposition = 'deferred') as deferred,
    count(distinct occurred_on) as active_days
from complaint
where occurred_at >= $from and occurred_at < $until;
