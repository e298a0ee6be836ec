-- Grain: one row per stream, per stream and district, and per stream, district and street: complaints of the days $from (inclusive) to $until (exclusive).
select
    coalesce(stream, 'unknown') as stream,
    district,
    street,
    grouping(district) as any_district,
    grouping(street) as any_street,
    count(*) as complaints
from complaint
where occurred_at >= $from and occurred_at < $until
group by grouping sets ((stream), (stream, district), (stream, district, street))
having grouping(district) = 1 or (district is not null and (grouping(street) = 1 or street is not null))
order by stream, any_district desc, district, any_street desc, street;
