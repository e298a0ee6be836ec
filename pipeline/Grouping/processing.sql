-- Grain: one row per stream, per stream and district, and per stream, district and street: orders that the city's lists say were sent out in the days $from
-- (inclusive) to $until (exclusive), and what became of them here. The stream is the one that the list says, also where that is none: the missing
-- orders of such a list are of no stream, and a rate of the registered ones would always be 100 %. One that is registered under another stream than its list says is registered.
with sent as (
    select
        dispatched.stream,
        coalesce(complaint.district, dispatched.district) as district,
        coalesce(complaint.street, dispatched.street) as street,
        complaint.complaint_id is not null as is_registered,
        dispatched.excused is not null as is_excused
    from dispatched
    left join every_complaint as complaint using (complaint_id)
    where dispatched.dispatched_on >= $from and dispatched.dispatched_on < $until
)

select
    stream,
    district,
    street,
    grouping(district) as any_district,
    grouping(street) as any_street,
    count(*) as dispatched,
    count(*) filter (is_registered) as registered,
    count(*) filter (not is_registered and is_excused) as excused
from sent
where is_seen(stream)
group by grouping sets ((stream), (stream, district), (stream, district, street))
having grouping(district) = 1 or (district is not null and (grouping(street) = 1 or street is not null))
order by stream, any_district desc, district, any_street desc, street;
