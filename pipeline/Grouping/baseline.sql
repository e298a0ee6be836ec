-- Grain: one row per earlier total, of the stream that is looked at, whose period lies within $from (inclusive) to $until (exclusive).
select
    from_on,
    until_on,
    stream,
    issue,
    district,
    complaints
from baseline
where from_on >= $from and until_on <= $until and is_seen(stream)
order by all;
