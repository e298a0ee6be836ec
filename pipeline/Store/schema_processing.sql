-- What the city sent out, by its own lists: against it the registration is measured. Rows are only ever added; of what several lists say of an order the last counts.

-- Grain: one row per list that was handed in and stream: the days that it speaks of; repeated: rows whose order number it had before.
create table if not exists dispatch_list (
    list_no bigint not null,
    run_id text not null,
    name text not null,
    sha256 text not null,
    stream text not null,
    from_on date not null,
    last_on date not null,
    orders bigint not null,
    repeated bigint not null
);

-- Grain: one row per list and order number.
create table if not exists dispatched (
    list_no bigint not null,
    complaint_id text not null,
    stream text not null,
    dispatched_at timestamp,
    called_at timestamp,
    dispatched_on date not null,
    district text,
    street text,
    issue text
);

-- Grain: one row per line of a list of excuses: one order, or all that were sent out from one time until another.
create table if not exists dispatch_excuse (
    run_id text not null,
    name text not null,
    complaint_id text,
    from_at timestamp,
    until_at timestamp,
    reason text not null
);

-- Grain: one row per answer of the users of the service, no names.
create table if not exists survey_answer (
    run_id text not null,
    name text not null,
    sha256 text not null,
    answered_on date not null,
    department text,
    rating text not null
);
