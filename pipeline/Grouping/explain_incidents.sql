-- Grain: one row per incident that the hotspot or space-time cluster $id is made of in its days ($from inclusive, $until exclusive), the first report first, at
-- most $top. $file is a bulletin's table hotspot_units ($by_unit) or a bulletin's or night's table cluster_incidents. callers: distinct known keys, at least one.
with member as (
    select coalesce(unit_id, incident_id) as name
    from (
        from (select null::varchar as hotspot_id, null::varchar as cluster_id, null::varchar as unit_id, null::varchar as incident_id limit 0)
        union all by name
        from read_parquet($file)
    )
    where coalesce(hotspot_id, cluster_id) = $id
)

select
    incident_id,
    strftime(min(occurred_at), '%Y-%m-%d %H:%M') as first_at,
    arg_min(issue, (occurred_at, complaint_id)) as issue,
    arg_min(coalesce(nullif(split_part(place_key, '/', 3), ''), place_text), (occurred_at, complaint_id)) as place,
    count(*) as complaints,
    greatest(count(distinct caller_key), 1) as callers,
    count(*) over () as incidents
from complaint
semi join member on member.name = if($by_unit::boolean, complaint.unit_id, complaint.incident_id)
where occurred_at >= $from and occurred_at < $until
group by incident_id
order by first_at, incident_id
limit $top;
