-- Grain: one row per earlier total whose period lies within $from (inclusive) to $until (exclusive).
select
    from_on,
    until_on,
    stream,
    issue,
    district,
    complaints
from baseline
where from_on >= $from and until_on <= $until
order by all;
