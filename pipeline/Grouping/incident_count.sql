-- Grain: one row: the incidents of all published complaints.
select count(*) filter (opens_incident) as incidents
from complaint;
