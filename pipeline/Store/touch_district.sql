-- Orders of the district, for a place may stand in any text; of every district and of none where $district is null.
insert into touch
select complaint_id
from complaint
where coalesce(district = $district, $district is null);
