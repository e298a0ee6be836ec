-- Grain: one row per street as written, with the district stated beside it, where no list knows it; or per district alone that no list knows and
-- nothing else tells. A writing that a person decided on is left out, whatever else was decided on its orders.
select
    stated_street,
    stated_district,
    min(district) as district,
    min(street) as street,
    count(*) filter (occurred_at >= $since::date) as recent,
    count(*) as complaints
from complaint
anti join (
    select key
    from override_in_force
    where kind = 'unit' and scope = 'writing'
) as decided on decided.key = concat(complaint.stated_street, chr(31), complaint.stated_district)
where
    (stated_street is not null and (street is null or district is null))
    or (stated_street is null and district is null and geo_flags like '%district_unrecognised%')
group by stated_street, stated_district
having recent > 0
order by recent desc, complaints desc, stated_street, stated_district
limit $rows;
