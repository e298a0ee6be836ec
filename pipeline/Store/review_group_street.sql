-- Orders with this street as written, and the district stated beside it.
create or replace temp table review_group as
select complaint_id
from complaint
where stated_street = $street and coalesce(stated_district, '') = $district;
