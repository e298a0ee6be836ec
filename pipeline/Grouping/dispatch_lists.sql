-- Grain: one row per list of the city and stream that speaks of any day from $from (inclusive) to $until (exclusive).
select
    name,
    stream,
    from_on,
    last_on,
    orders,
    repeated
from dispatch_list
where from_on < $until and last_on >= $from
order by from_on, last_on, stream, name;
