-- Callbacks: what was planned and what came of it. Rows are only ever added, but for the state of a sheet.

-- Grain: one row per day that was planned; staff: names of the telephonists as a list of JSON.
create table if not exists callback_plan (plan_id text not null, plan_on date not null, made_at timestamp not null, staff json not null);

-- Grain: one row per plan and cohort (the orders closed in a period): what its size came from, and the seed of its draw.
create table if not exists callback_draw (
    plan_id text not null,
    period text not null,
    from_on date not null,
    last_on date not null,
    closes_on date not null,
    orders integer not null,
    callable integer not null,
    target integer not null,
    made integer not null,
    contact_rate double not null,
    days_left integer not null,
    calls integer not null,
    drawn integer not null,
    extra integer not null,
    seed text not null
);

-- Grain: one row per plan, cohort and street: orders that could be drawn for the first time, and the probability of each.
create table if not exists callback_stratum (
    plan_id text not null,
    period text not null,
    district text,
    street text,
    eligible integer not null,
    drawn integer not null,
    extra integer not null,
    probability double not null
);

-- Grain: one row per order on a call sheet. probability: of the order in the draw of its day; inclusion: of its caller on that day; caller_orders: orders of
-- the caller that could have been drawn.
create table if not exists callback_call (
    plan_id text not null,
    period text not null,
    complaint_id text not null,
    call_no integer not null,
    staff text not null,
    attempt integer not null,
    reason text not null,
    probability double not null,
    inclusion double not null,
    caller_orders integer not null,
    closed_on date not null,
    reported_on date not null,
    district text,
    street text,
    issue text not null,
    has_phone boolean not null
);

-- Grain: one row per call sheet; sealed_at: when the readable file was sealed and deleted.
create table if not exists callback_sheet (
    plan_id text not null,
    staff text not null,
    file text not null,
    written_at timestamp not null,
    sealed_at timestamp
);

-- Grain: one row per recorded answer; of those about one order of one plan the last counts, the others are history.
create table if not exists callback_result (
    result_no bigint not null,
    plan_id text not null,
    complaint_id text not null,
    recorded_at timestamp not null,
    recorded_by text not null,
    outcome text not null,
    contacted boolean,
    resolved boolean,
    satisfaction text,
    is_valid boolean not null,
    note_masked text
);

-- Grain: one row per order and plan: the answer that counts.
create or replace view callback_answer as
select
    callback_result.*,
    callback_plan.plan_on,
    callback_result.outcome in ('answered', 'refused', 'later') as is_reached
from callback_result
inner join callback_plan using (plan_id)
qualify row_number() over (partition by callback_result.plan_id, callback_result.complaint_id order by callback_result.result_no desc) = 1;
