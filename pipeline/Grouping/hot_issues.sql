-- Grain: one row per group of complaints about one matter with at least $least people between $memory and $until (exclusive) and two complaints or more from
-- $from on. People are known callers where half of the reports name one; else distinct texts on distinct days: each text by its
-- last day, each day once. warmth: per person e^(-days before the period / $decay), half as much more for one who came again; decimals, so that it is the same
-- however the sum is made.
with said as (
    select
        issue_group_id,
        complaint_id,
        occurred_at,
        caller_key,
        issue,
        district,
        street,
        nullif(split_part(place_key, '/', 3), '') as place,
        spoken_organisation,
        hash(title, content_masked) as text,
        occurred_at >= $from as is_now
    from complaint
    where occurred_at >= $memory and occurred_at < $until and coalesce(title, content_masked) is not null
),

counted as (
    select
        issue_group_id,
        count(*) filter (is_now) as complaints,
        count(*) as all_complaints,
        2 * count(caller_key) >= count(*) as is_known,
        mode(issue order by issue) as issue,
        mode(district order by district) as district,
        mode(street order by street) as street,
        mode(place order by place) as place,
        mode(spoken_organisation order by spoken_organisation) as organisation,
        min(occurred_at) as first_at,
        max(occurred_at) as last_at
    from said
    where issue_group_id is not null
    group by issue_group_id
    having count(*) >= $least and complaints >= 2
),

person as (
    select
        said.issue_group_id,
        true as is_known,
        max(said.occurred_at) as last_at,
        count(*) as reports
    from said
    semi join counted using (issue_group_id)
    where said.caller_key is not null
    group by said.issue_group_id, said.caller_key
    union all
    select
        issue_group_id,
        false as is_known,
        max(last_at) as last_at,
        1 as reports
    from (
        select
            said.issue_group_id,
            max(said.occurred_at) as last_at
        from said
        semi join counted using (issue_group_id)
        group by said.issue_group_id, said.text
    )
    group by issue_group_id, last_at::date
),

people as (
    select
        person.issue_group_id,
        count(*) filter (person.last_at >= $from) as callers,
        count(*) as all_callers,
        count(*) filter (person.reports > 1) as repeat_callers,
        sum(
            (exp(-greatest(date_diff('day', person.last_at::date, $from::date), 0) / $decay) * if(person.reports > 1, 1.5, 1))::decimal(18, 6)
        )::double as warmth
    from person
    join counted on person.issue_group_id = counted.issue_group_id and person.is_known = counted.is_known
    group by person.issue_group_id
)

select
    counted.issue_group_id,
    counted.issue,
    counted.district,
    counted.street,
    counted.place,
    counted.organisation,
    counted.complaints,
    people.callers,
    counted.all_complaints,
    people.all_callers,
    people.repeat_callers,
    people.warmth,
    counted.is_known,
    counted.first_at,
    counted.last_at
from counted
join people using (issue_group_id)
where people.all_callers >= $least
order by counted.issue_group_id;
