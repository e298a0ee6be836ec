-- Grain: one row per row (0: what is known) of an order of which one time is written to different precision, in the order of the files.
with told as (
    select
        0::bigint as seq,
        complaint_id,
        called_at,
        called_precision,
        dispatched_at,
        dispatched_precision,
        registered_at,
        registered_precision
    from scratch.known
    union all
    select
        seq,
        complaint_id,
        called_at,
        called_precision,
        dispatched_at,
        dispatched_precision,
        registered_at,
        registered_precision
    from scratch.incoming
    anti join scratch.spent using (seq)
),

-- A time of which nobody kept the precision counts as one of another precision than all: 4.
uneven as (
    select complaint_id
    from told
    group by complaint_id
    having
        min(if(called_at is null, null, coalesce(called_precision, 4))) < max(if(called_at is null, null, coalesce(called_precision, 4)))
        or min(if(dispatched_at is null, null, coalesce(dispatched_precision, 4)))
        < max(if(dispatched_at is null, null, coalesce(dispatched_precision, 4)))
        or min(if(registered_at is null, null, coalesce(registered_precision, 4)))
        < max(if(registered_at is null, null, coalesce(registered_precision, 4)))
)

select
    seq,
    complaint_id,
    called_at,
    called_precision,
    dispatched_at,
    dispatched_precision,
    registered_at,
    registered_precision
from told
semi join uneven using (complaint_id)
order by complaint_id, seq;
