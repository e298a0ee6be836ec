-- Grain: one row per (day, grouping district, issue or hour, label) with a complaint, $from inclusive, $until exclusive; label null: the complaint has none.
select
    occurred_on,
    case
        when grouping(district) = 0 then 'district'
        when grouping(issue) = 0 then 'issue'
        else 'hour'
    end as part,
    coalesce(district, issue, hour::text) as label,
    count(*) as complaints
from complaint
where occurred_at >= $from and occurred_at < $until
group by grouping sets ((occurred_on, district), (occurred_on, issue), (occurred_on, hour))
order by all;
