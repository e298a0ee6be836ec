-- Grain: one row per order of which neither district nor place is known, or whose disposition its source states for others and not for it; recent
-- first. Uncertainty: 1 without a district, 0.3 without a disposition.
with telling_source as (
    select source
    from complaint
    group by source
    having count(disposition) * 2 > count(*)
)

select
    complaint.complaint_id,
    if(complaint.district is null and complaint.stated_street is null, 'unit', 'disposition') as kind,
    complaint.content_masked,
    complaint.status,
    if(complaint.district is null and complaint.stated_street is null, 1.0, 0.3) as uncertainty
from complaint
left join telling_source using (source)
where
    complaint.occurred_at >= $since::date
    and (
        (
            complaint.district is null
            and complaint.stated_street is null
            and complaint.place_text is null
            and complaint.complaint_id not in (
                select key
                from override_in_force
                where kind = 'unit' and scope = 'order'
            )
            and (
                complaint.geo_flags is null
                or (complaint.geo_flags not like '%outside_city%' and complaint.geo_flags not like '%district_unrecognised%')
            )
        )
        or (
            complaint.disposition is null
            and telling_source.source is not null
            and complaint.complaint_id not in (
                select key
                from override_in_force
                where kind = 'disposition'
            )
        )
    )
order by uncertainty desc, complaint.occurred_at desc, complaint.complaint_id
limit $rows;
