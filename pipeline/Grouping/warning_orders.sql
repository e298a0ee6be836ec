-- Grain: one row per incident, or caller where $counted says so, of the series (a district where $street is null, the city where $district is too; all issues where $issue is null) that was opened in the days $from (inclusive) to $until (exclusive),
-- without the days $left_out (2025-01-28,2025-01-29), which the method passes over.
select complaint_id
from complaint
where
    occurred_at >= $from
    and occurred_at < $until
    and if($counted = 'callers', opens_unit, opens_incident)
    and ($district::text is null or district = $district)
    and ($street::text is null or street = $street)
    and ($issue::text is null or issue = $issue)
    and not list_contains(string_split($left_out, ','), occurred_on::text)
order by complaint_id
limit $most;
