-- Grain: one row per incident of the series (a district where $street is null) that was opened in the days $from (inclusive) to $until (exclusive).
select complaint_id
from complaint
where
    occurred_at >= $from
    and occurred_at < $until
    and opens_incident
    and district = $district
    and ($street::text is null or street = $street)
    and issue = $issue
order by complaint_id
limit $most;
