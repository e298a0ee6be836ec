-- Grain: one row per order and column that the city's list and the registration tell differently; a column that one of them leaves open is none. Times to the minute.
with pair as (
    select
        dispatched.complaint_id,
        {
            'stream': nullif(dispatched.stream, 'unknown'),
            'district': dispatched.district,
            'street': dispatched.street,
            'issue': dispatched.issue,
            'called_at': strftime(dispatched.called_at, '%Y-%m-%d %H:%M'),
            'dispatched_at': strftime(dispatched.dispatched_at, '%Y-%m-%d %H:%M')
        } as listed,
        {
            'stream': nullif(complaint.stream, 'unknown'),
            'district': complaint.district,
            'street': complaint.street,
            'issue': complaint.issue,
            'called_at': strftime(complaint.called_at, '%Y-%m-%d %H:%M'),
            'dispatched_at': strftime(complaint.dispatched_at, '%Y-%m-%d %H:%M')
        } as registered
    from dispatched
    inner join complaint using (complaint_id)
    where dispatched.dispatched_on >= $from and dispatched.dispatched_on < $until
),

told as (
    select
        complaint_id,
        unnest(['stream', 'district', 'street', 'issue', 'called_at', 'dispatched_at']) as column_name,
        unnest([listed.stream, listed.district, listed.street, listed.issue, listed.called_at, listed.dispatched_at]) as listed,
        unnest([registered.stream, registered.district, registered.street, registered.issue, registered.called_at, registered.dispatched_at]) as registered
    from pair
)

select
    complaint_id,
    column_name,
    listed,
    registered
from told
where listed <> registered
order by complaint_id, column_name;
