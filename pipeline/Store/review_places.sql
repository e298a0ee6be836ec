-- Grain: one row per place text with the district and street stated beside it, where the text names no place that is known or contradicts its cells.
-- Uncertainty: 1 where no place was found, 0.7 where something contradicts.
with doubtful as (
    select
        *,
        geo_flags like '%conflict%' or geo_flags like '%ambiguous%' as is_contradicted
    from complaint
    where
        place_text is not null
        and issue is not null
        and (quality_flags is null or quality_flags not like '%reviewed%')
        and (place_key is null or geo_flags like '%conflict%' or geo_flags like '%ambiguous%')
)

select
    place_text,
    stated_district,
    stated_street,
    min(district) as district,
    min(street) as street,
    min(place_key) as place_key,
    count(*) filter (occurred_at >= $since::date) as recent,
    count(*) as complaints,
    if(bool_or(place_key is null), 1.0, 0.7) as uncertainty
from doubtful
group by place_text, stated_district, stated_street
having recent > 0
order by recent * uncertainty desc, complaints desc, place_text, stated_district, stated_street
limit $rows;
