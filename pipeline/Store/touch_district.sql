-- Orders of the district that name a place; of every district and of none where $district is null.
insert into touch
select complaint_id
from complaint
where place_text is not null and coalesce(district = $district, $district is null);
