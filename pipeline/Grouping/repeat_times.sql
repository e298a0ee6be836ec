-- Grain: one row per unit (city, district, street) and number of whole days from the closing of an order to the caller's next order on the same issue at the
-- same address, or to the last day that is known (the one before $until), through which they were watched: events came again, left_waiting had not. The first closing of each caller's issue in
-- $from (inclusive) to $until is one subject, so that subjects are independent. Days are cut at $days, beyond which nobody is followed.
with subject as (
    select
        issue,
        address,
        caller_key,
        min(closed_at) as closed_at,
        arg_min(district, (closed_at, complaint_id)) as district,
        arg_min(street, (closed_at, complaint_id)) as street
    from traced
    where closed_at >= $from and closed_at < $until and occurred_at >= $from - 120
    group by all
),

-- Only what follows the first closing can follow any.
later as (
    select
        issue,
        address,
        caller_key,
        occurred_at
    from traced
    where occurred_at >= $from
),

followed as (
    select
        subject.district,
        subject.street,
        date_diff('day', subject.closed_at, coalesce(later.occurred_at, $until - 1)) as days,
        later.occurred_at is not null as came_again
    from subject
    asof left join later
        on
            subject.issue is not distinct from later.issue
            and subject.address = later.address
            and subject.caller_key = later.caller_key
            and subject.closed_at < later.occurred_at
)

select
    scope_level(grouping(district), grouping(street), 1) as level,
    district,
    street,
    least(days, $days) as day,
    count(*) filter (came_again and days <= $days) as events,
    count(*) filter (not came_again or days > $days) as left_waiting
from followed
group by grouping sets ((day), (district, day), (district, street, day))
having (grouping(district) = 1 or district is not null) and (grouping(street) = 1 or street is not null)
order by level, district, street, day;
