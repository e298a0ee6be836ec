-- Grain: one row per place text with the district and street stated beside it, where the text names no place that is known or contradicts its cells.
-- A writing that a person decided on is left out, whatever else was decided on its orders.
-- Uncertainty: 1 where no place was found, 0.7 where something contradicts or several known places fit, 0.3 where a slip of the pen was mended.
with doubtful as (
    select
        *,
        case
            when place_key is null then 1.0
            when geo_flags like '%conflict%' or geo_flags like '%ambiguous%' then 0.7
            when geo_flags like '%place_mended%' then 0.3
        end as doubt
    from complaint
    anti join (
        select key
        from override_in_force
        where kind = 'place' and scope = 'writing'
    ) as decided on decided.key = concat(complaint.place_text, chr(31), complaint.stated_district, chr(31), complaint.stated_street)
    where place_text is not null and issue is not null
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
    max(doubt) as uncertainty
from doubtful
where doubt is not null
group by place_text, stated_district, stated_street
having recent > 0
order by recent * uncertainty desc, complaints desc, place_text, stated_district, stated_street
limit $rows;
