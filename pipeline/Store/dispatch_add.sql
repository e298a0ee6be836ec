-- Takes in what was read as a list. An order without a day counts on the last one of its list; of an order's rows the last counts.
-- The list speaks of the days that were stated; else from the first to the last day on which it has a quarter of its usual (median) orders: stray early ones do
-- not make a list of a month one of three.
set variable list_no = (select coalesce(max(list_no), 0) + 1 from dispatch_list);

insert into dispatched
select
    getvariable('list_no'),
    complaint_id,
    stream,
    dispatched_at,
    called_at,
    coalesce(dispatched_on, $last_on::date, (select max(dispatched_on) from dispatch_incoming)),
    district,
    street,
    issue
from dispatch_incoming
qualify row_number() over (partition by complaint_id order by line desc) = 1
order by complaint_id;

insert into dispatch_list
with day as (
    select
        stream,
        dispatched_on,
        count(*) as orders
    from dispatched
    where list_no = getvariable('list_no')
    group by all
),

usual as (
    select
        stream,
        median(orders) as orders
    from day
    group by stream
)

select
    getvariable('list_no'),
    coalesce(getvariable('run_id'), ''),
    $name,
    $sha256,
    day.stream,
    coalesce($from_on::date, min(day.dispatched_on) filter (day.orders >= usual.orders / 4)),
    coalesce($last_on::date, max(day.dispatched_on) filter (day.orders >= usual.orders / 4)),
    sum(day.orders)::bigint,
    (select count(*) from dispatch_incoming where dispatch_incoming.stream = day.stream) - sum(day.orders)::bigint
from day
inner join usual using (stream)
group by day.stream
order by day.stream;
