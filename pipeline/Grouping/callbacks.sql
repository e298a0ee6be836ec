-- Grain: one row per unit (district; null = all): 三率 counts of the period, $from inclusive, $until exclusive. Only stream B of the bureau's kinds is
-- called back under the contract; orders excluded from assessment count only with $with_excluded; where the stream is unknown all orders count and the report says so.
select
    district,
    count(*) as complaints,
    count(*) filter (contacted is not null or resolved is not null or satisfaction is not null or valid_callback) as called_back,
    count(*) filter (coalesce(valid_callback, satisfaction is not null or resolved is not null)) as valid,
    count(contacted) as contact_known,
    count(*) filter (contacted) as contacted,
    count(*) filter (resolved) as resolved,
    count(*) filter (satisfaction = 'satisfied') as satisfied,
    count(*) filter (satisfaction = 'basic') as basically_satisfied
from complaint
where
    occurred_at >= $from
    and occurred_at < $until
    and ($with_excluded or disposition <> 'excluded')
    and stream in ('unknown', 'B')
group by grouping sets ((), (district))
having grouping(district) = 1 or district is not null
order by district nulls first;
