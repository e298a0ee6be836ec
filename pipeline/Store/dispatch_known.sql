-- Grain: one row per stream of a list of these bytes that was taken in for these days (null: for any); taken in twice, as it was the last time.
select
    name,
    stream,
    from_on,
    last_on,
    orders,
    repeated
from dispatch_list
where
    sha256 = $sha256
    and ($from_on::date is null or from_on = $from_on)
    and ($last_on::date is null or last_on = $last_on)
qualify list_no = max(list_no) over ()
order by stream;
