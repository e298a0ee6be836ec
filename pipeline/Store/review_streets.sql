-- Grain: one row per street as written, with the district stated beside it, where no list knows it; or per district alone that no list knows and
-- nothing else tells.
select
    stated_street,
    stated_district,
    min(district) as district,
    min(street) as street,
    count(*) filter (occurred_at >= $since::date) as recent,
    count(*) as complaints
from complaint
where
    (
        (stated_street is not null and (street is null or district is null))
        or (stated_street is null and district is null and geo_flags like '%district_unrecognised%')
    )
    and (quality_flags is null or quality_flags not like '%reviewed%')
group by stated_street, stated_district
having recent > 0
order by recent desc, complaints desc, stated_street, stated_district
limit $rows;
