-- Grain: one row per (street, caller) where one known caller makes ten complaints or more of the period, and a fifth or more of the street's; most first.
-- The caller stays unknown.
with own as (
    select
        district,
        street,
        caller_key,
        count(*) as complaints,
        count(distinct incident_id) as incidents
    from complaint
    where caller_key is not null and street is not null and occurred_at >= $from and occurred_at < $until
    group by all
    having count(*) >= 10
),

street_total as (
    select
        district,
        street,
        count(*) as complaints
    from complaint
    where street is not null and occurred_at >= $from and occurred_at < $until
    group by all
),

district_total as (
    select
        district,
        count(*) as complaints
    from complaint
    where district is not null and occurred_at >= $from and occurred_at < $until
    group by all
)

select
    own.district,
    own.street,
    own.complaints,
    own.incidents,
    street_total.complaints as of_street,
    district_total.complaints as of_district
from own
join street_total using (district, street)
join district_total using (district)
where own.complaints >= 0.2 * street_total.complaints
order by own.complaints desc, own.district, own.street, own.caller_key;
