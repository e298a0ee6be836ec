-- Grain: one row per unit (city, district, street): what of the period ($from inclusive, $until exclusive) had been said before, among traced orders. A caller's issue (caller, issue, address) is repeated where an order of the period follows
-- another one of it within $days days, and returned where it follows the closing of one within $days days. An address's issue is repeated by others where an
-- order follows that of another known caller within $days days. Closings count where a source tells them: closed tells how many orders have one.
with asked as (
    select distinct
        issue,
        address
    from traced
    where occurred_at >= $from and occurred_at < $until
),

followed as (
    select
        *,
        lag(occurred_at) over (partition by issue, address, caller_key order by occurred_at, complaint_id) as own_before,
        lag(caller_key) over (partition by issue, address order by occurred_at, complaint_id) as caller_before,
        lag(occurred_at) over (partition by issue, address order by occurred_at, complaint_id) as any_before
    from traced
    -- Of a long past only what is asked about; nothing else stands in these partitions.
    semi join asked on traced.issue is not distinct from asked.issue and traced.address = asked.address
    -- an order that was closed within $days may be much older
    where occurred_at >= $from - 120 and occurred_at < $until
),

-- Orders of one caller in a row: the last order of somebody else is the one before the row begins.
told as (
    select
        *,
        last_value(if(caller_before is distinct from caller_key, any_before, null) ignore nulls) over (
            partition by issue, address order by occurred_at, complaint_id rows between unbounded preceding and current row
        ) as other_before
    from followed
),

closing as (
    select
        issue,
        address,
        caller_key,
        closed_at
    from followed
    where closed_at is not null
),

seen as (
    select
        told.district,
        told.street,
        told.issue,
        told.address,
        told.caller_key,
        bool_or(told.own_before >= told.occurred_at - to_days($days)) as is_repeated,
        bool_or(closing.closed_at >= told.occurred_at - to_days($days)) as is_returned,
        bool_or(told.other_before >= told.occurred_at - to_days($days)) as is_shared,
        count(*) as complaints,
        count(*) filter (told.own_before >= told.occurred_at - to_days($days)) as repeats,
        count(told.closed_at) as closed
    from told
    asof left join closing
        on
            told.issue is not distinct from closing.issue
            and told.address = closing.address
            and told.caller_key = closing.caller_key
            and told.occurred_at > closing.closed_at
    where told.occurred_at >= $from
    group by all
)

select
    scope_level(grouping(district), grouping(street), 1) as level,
    district,
    street,
    coalesce(sum(complaints), 0)::bigint as complaints,
    coalesce(sum(repeats), 0)::bigint as repeats,
    coalesce(sum(closed), 0)::bigint as closed,
    count(*) as caller_issues,
    count(*) filter (is_repeated) as repeated,
    count(*) filter (is_returned) as returned,
    count(distinct (issue, address)) as address_issues,
    count(distinct (issue, address)) filter (is_shared) as shared
from seen
group by grouping sets ((), (district), (district, street))
having (grouping(district) = 1 or district is not null) and (grouping(street) = 1 or street is not null)
order by level, district, street;
