-- Takes in what was read as a list. An order without a day counts on the last one of its list; of an order's rows the last counts.
-- The list speaks of the days from its first to its last order, or of those that were stated.
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
select
    getvariable('list_no'),
    coalesce(getvariable('run_id'), ''),
    $name,
    $sha256,
    stream,
    coalesce($from_on::date, min(dispatched_on)),
    coalesce($last_on::date, max(dispatched_on)),
    count(*),
    (select count(*) from dispatch_incoming where stream = dispatched.stream) - count(*)
from dispatched
where list_no = getvariable('list_no')
group by stream
order by stream;
