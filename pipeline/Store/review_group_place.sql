-- Orders with this place text, and the district and street stated beside it.
create or replace temp table review_group as
select complaint_id
from complaint
where
    place_text = $place
    and coalesce(stated_district, '') = $district
    and coalesce(stated_street, '') = $street;
