-- Grain: one row per decision that holds.
select
    override_no,
    kind,
    scope,
    key,
    new_value
from override_in_force
order by override_no;
