-- A line of a list of excuses; the same one again changes nothing.
insert into dispatch_excuse
select
    coalesce(getvariable('run_id'), '') as run_id,
    $name as name,
    $complaint_id::text as complaint_id,
    $from_at::timestamp as from_at,
    $until_at::timestamp as until_at,
    $reason as reason
where not exists (
    from dispatch_excuse
    where
        complaint_id is not distinct from $complaint_id
        and from_at is not distinct from $from_at::timestamp
        and until_at is not distinct from $until_at::timestamp
        and reason = $reason
);
