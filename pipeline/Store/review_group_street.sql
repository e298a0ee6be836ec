-- Orders with this street as written, and the district stated beside it. Without a street: those whose district nothing else tells, or a person told.
create or replace temp table review_group as
select complaint_id
from complaint
where
    coalesce(stated_street, '') = $street
    and coalesce(stated_district, '') = $district
    and ($street <> '' or district is null or coalesce(geo_flags, '') not like '%district_unrecognised%');
