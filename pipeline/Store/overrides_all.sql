-- Grain: one row per decision or undoing ever made, the last first.
select
    override.override_no,
    override.made_at,
    override.made_by,
    override.kind,
    override.scope,
    override.key,
    override.old_value,
    override.new_value,
    override.reason,
    override.undoes,
    override_in_force.override_no is not null as is_in_force
from override
left join override_in_force using (override_no)
order by override.override_no desc;
