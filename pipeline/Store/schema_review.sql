-- What people decided about loaded data, and what was loaded again after mending. Everything here is only ever added to.

-- Grain: one row per loading again of a file's rejected rows; its counts stand in load_batch.
create table if not exists retry_batch (retry_batch_id text not null, batch_id text not null, attempt bigint not null);

-- Grain: one row per rejected row that was loaded after all; the row stays in quarantine.
create table if not exists quarantine_resolution (
    batch_id text not null,
    file text not null,
    line bigint not null,
    retry_batch_id text not null,
    resolved_at timestamp not null
);

-- Grain: one row per rejected row that was not loaded since. A copy of a file has the same rows under another name: what tells a row of it is the sheet (what
-- stands behind the name's ending, #Sheet) and the line.
create or replace view open_quarantine as
select quarantine.*
from quarantine
anti join quarantine_resolution
    on
        quarantine.batch_id = quarantine_resolution.batch_id
        and quarantine.line = quarantine_resolution.line
        and regexp_extract(quarantine.file, '\.[^.#]*(#.*)?$', 1) = regexp_extract(quarantine_resolution.file, '\.[^.#]*(#.*)?$', 1);

-- Grain: one row per content that was ever loaded (its first loading: loading the same bytes again changes nothing), and one per loading again of
-- its rejected rows that brought some in. rejected: rows that are still out.
create or replace view loaded_file as
select
    load_batch.batch_id,
    load_batch.name,
    load_batch.source,
    load_batch.read,
    load_batch.rejected - (
        select count(*)
        from quarantine_resolution
        where quarantine_resolution.batch_id = load_batch.batch_id
    ) as rejected,
    retry_batch.batch_id as retry_of,
    batch_day.first_on
from load_batch
left join retry_batch on load_batch.batch_id = retry_batch.retry_batch_id
left join batch_day on load_batch.batch_id = batch_day.batch_id
where (retry_batch.batch_id is null or load_batch.read > load_batch.rejected) and load_batch.source <> 'baseline'
qualify row_number() over (partition by load_batch.batch_id order by load_batch.load_no) = 1;

-- Grain: one row per decision of a person, or per undoing of one (undoes is set, the rest says what was undone).
create table if not exists override (
    override_no bigint not null,
    made_at timestamp not null,
    made_by text not null,
    workbook text,
    kind text not null,
    scope text not null,
    key text not null,
    old_value json,
    new_value json not null,
    reason text,
    undoes bigint
);

-- Grain: one row per thing decided: the last decision that was not undone. Undoing the last one brings the one before it back.
create or replace view override_in_force as
select *
from override
where
    undoes is null
    and override_no not in (
        select undoes
        from override
        where undoes is not null
    )
qualify row_number() over (partition by kind, scope, key order by override_no desc) = 1;

-- Grain: one row per row of a workbook that asked for decisions, with the present value when it was made.
create table if not exists review_item (
    workbook text not null,
    item_no integer not null,
    kind text not null,
    scope text not null,
    key text not null,
    present json not null
);

-- Grain: one row per order and column in which a row stated another value than one before it had; the later one holds. Values as stored, masked.
create table if not exists conflict (
    load_no bigint not null,
    complaint_id text not null,
    column_name text not null,
    value_before text not null,
    file_before text not null,
    value_after text not null,
    file_after text not null,
    line_after bigint not null
);

-- Stores of before the column.
alter table conflict add column if not exists line_before bigint;

-- Grain: one row per period and stream, issue and district (null: all): totals of a time before the complaints (load --baseline), never mixed with them.
create table if not exists baseline (
    kind text not null,
    period text not null,
    from_on date not null,
    until_on date not null,
    stream text,
    issue text,
    district text,
    complaints bigint not null,
    source_file text not null
);
