-- The store: what the writing verbs keep between runs. Times are Beijing local times; codes are the snake_case names of Records.

-- Grain: one row per order number, the merged state of everything that any file said about it.
create table if not exists complaint (
    -- the loading that wrote this row, and a hash of the order number (OrderHash): both only for finding rows quickly
    load_no bigint not null,
    id_hash ubigint not null,
    complaint_id text not null,
    -- provenance: the row that last changed the order
    source text not null,
    source_file text not null,
    source_line bigint not null,
    batch_id text not null,
    quality_flags text,
    -- stated by the sources, masked at the door
    stream text,
    order_type text,
    title text,
    content_masked text using compression zstd,
    other_text_hash text,
    order_on date,
    called_at timestamp,
    dispatched_at timestamp,
    registered_at timestamp,
    due_at timestamp,
    closed_at timestamp,
    category_1 text,
    category_2 text,
    category_3 text,
    category_4 text,
    category_5 text,
    stated_district text,
    stated_street text,
    stated_community text,
    place_text text,
    stated_longitude double,
    stated_latitude double,
    stated_crs text,
    organisation text,
    status text,
    disposition text,
    contacted boolean,
    resolved boolean,
    satisfaction text,
    valid_callback boolean,
    caller_key text,
    -- derived by Enrich from the columns above
    occurred_at timestamp,
    time_precision text,
    time_from text,
    day_kind text,
    issue text,
    issue_from text,
    issue_confidence double,
    district text,
    street text,
    community text,
    place_key text,
    longitude double,
    latitude double,
    geo_level text,
    geo_flags text,
    building text,
    -- how much of the stated times above was written: 0 to the second, 1 minute, 2 hour, 3 day; null in stores of before: what the time tells by itself
    called_precision utinyint,
    dispatched_precision utinyint,
    registered_precision utinyint,
    -- derived: the shop or company that title and content speak of
    spoken_organisation text
);

-- Stores of before the columns.
alter table complaint add column if not exists building text;

alter table complaint add column if not exists called_precision utinyint;

alter table complaint add column if not exists dispatched_precision utinyint;

alter table complaint add column if not exists registered_precision utinyint;

alter table complaint add column if not exists spoken_organisation text;

-- Grain: one row per superseded state of an order.
create table if not exists complaint_history (complaint_id text not null, replaced_by_batch text not null, version ubigint not null, state json not null);

-- Grain: one row per complaint that joined an incident which another one opened (METHODS 0), and what joined it; the others opened their own.
-- The time is that of the complaint.
create table if not exists incident_member (
    complaint_id text not null,
    occurred_at timestamp not null,
    incident_id text not null,
    unit_id text not null,
    joined_by text not null
);

-- Grain: one row per complaint that joined a group of complaints about one matter (热点问题) which another one opened; the others opened their own.
-- The time is that of the complaint.
create table if not exists issue_group_member (complaint_id text not null, occurred_at timestamp not null, group_id text not null);

-- Grain: one row per coordinate (WGS-84 degrees) that five or more different places share: a geocoder's default, no point (METHODS 0).
create table if not exists snapped_point (longitude double not null, latitude double not null);

-- Grain: no row, or one: the first number of a load whose new orders are stored and not yet accounted for. A load that dies here is taken back.
create table if not exists load_pending (load_no bigint not null);

-- Grain: one row per part of a filter of the chain that knows the numbers of all orders (SeenOrders); 2 MiB each.
create table if not exists seen_filter (filter integer not null, part integer not null, words blob not null);

-- Grain: no row, or one: the load that the filters are complete for, and how many orders the last of them has room for.
create table if not exists seen_state (load_no bigint not null, room bigint not null);

-- Grain: one row per month whose published rows are no longer those of the store.
create table if not exists stale_month (year integer not null, month integer not null);

-- Grain: one row per rule that incidents (merge) and groups (issue_groups) were made with; where it differs all of them are made anew.
create table if not exists incident_rule (name text not null, value text not null);

-- Grain: one row per district, and one for all of them (null): a hash of the named places and the spelling of keys that its orders were derived by.
create table if not exists place_rule (district text, value text not null);

-- Grain: one row per loading of a file; read = inserted + updated + unchanged + rejected.
create table if not exists load_batch (
    load_no bigint not null,
    batch_id text not null,
    name text not null,
    sha256 text not null,
    source text not null,
    read bigint not null,
    inserted bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    rejected bigint not null,
    check (read = inserted + updated + unchanged + rejected)
);

-- Grain: one row per content that was ever loaded: the first day of its orders; null where none tells a day.
create table if not exists batch_day (batch_id text not null, first_on date);

-- Grain: one row per rejected row of a file's bytes; loading the same bytes again changes nothing.
create table if not exists quarantine (
    batch_id text not null,
    file text not null,
    line bigint not null,
    column_name text,
    reason text not null,
    masked_text text not null
);
