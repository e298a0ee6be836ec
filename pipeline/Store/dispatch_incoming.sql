-- Rows of a list, as they are read; line: their order.
create or replace temp table dispatch_incoming (
    line bigint not null,
    complaint_id text not null,
    stream text not null,
    dispatched_at timestamp,
    called_at timestamp,
    dispatched_on date,
    district text,
    street text,
    issue text
);
