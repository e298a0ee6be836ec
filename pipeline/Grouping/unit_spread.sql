-- Grain: one row. How much the units of one incident make counts of units vary: the mean of squares over the mean (1 = each incident has one unit),
-- over the incidents that name a point from $from (inclusive) to $until (exclusive). Null: there are none.
with incident as (
    select count(*) as units
    from complaint
    where
        opens_unit
        and geo_level in ('coordinate', 'place')
        and occurred_at >= $from
        and occurred_at < $until
    group by incident_id
)

select sum(units * units) / sum(units) as spread
from incident;
