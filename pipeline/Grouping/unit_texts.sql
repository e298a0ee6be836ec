-- Grain: one row per report without a caller key that names a point, in $from (inclusive) to $until (exclusive): it is a unit of its own; a 64-bit hash
-- of what it says, masked. Reports that say nothing are left out.
select
    unit_id,
    hash(coalesce(content_masked, title)) as text
from complaint
where
    occurred_at >= $from
    and occurred_at < $until
    and caller_key is null
    and geo_level in ('coordinate', 'place')
    and coalesce(content_masked, title) is not null
order by unit_id;
