-- Where files, or rows of one file, contradict each other: what the citizen said, when, where, and how it ended. State, deadline, closing and handling
-- texts move on by themselves and are no contradiction, and neither is the same time written more exactly or the same unit by another form of its name. Runs after the merge, before anything is written.
-- A time as far as it was written: 2025-04-21 08:30. The same time written more exactly begins with it.
create or replace temp macro as_written(stated, written_to) as
    left(stated::text, 19 - 3 * coalesce(written_to, case when stated = date_trunc('day', stated) then 3 when second(stated) = 0 then 1 else 0 end));

-- Grain: one row per order, column and row that states another value than the last row before it that stated one; caller keys not yet hidden.
create or replace table scratch.contradiction as
with stated as (
    select
        0::bigint as seq,
        known.*
    from scratch.known
    semi join scratch.contested_state using (complaint_id)
    union all by name
    select * exclude (file_no)
    from scratch.heard
    semi join scratch.contested_state using (complaint_id)
),

told as (
    select
        seq,
        complaint_id,
        source_file,
        source_line,
        stream::text as stream,
        order_type::text as order_type,
        title::text as title,
        content_masked::text as content_masked,
        as_written(called_at, called_precision) as called_at,
        as_written(dispatched_at, dispatched_precision) as dispatched_at,
        as_written(registered_at, registered_precision) as registered_at,
        category_1::text as category_1,
        category_2::text as category_2,
        category_3::text as category_3,
        category_4::text as category_4,
        category_5::text as category_5,
        scratch.as_listed(stated_district, district, 'district', geo_flags)::text as stated_district,
        scratch.as_listed(stated_street, street, 'street', geo_flags)::text as stated_street,
        scratch.as_listed(stated_community, community, 'community', geo_flags)::text as stated_community,
        place_text::text as place_text,
        stated_longitude::text as stated_longitude,
        stated_latitude::text as stated_latitude,
        disposition::text as disposition,
        contacted::text as contacted,
        resolved::text as resolved,
        satisfaction::text as satisfaction,
        valid_callback::text as valid_callback,
        caller_key::text as caller_key
    from stated
),

differing as (
    select complaint_id
    from told
    group by complaint_id
    having
        min(stream) <> max(stream)
        or min(order_type) <> max(order_type)
        or min(title) <> max(title)
        or min(content_masked) <> max(content_masked)
        or min(called_at) <> max(called_at)
        or min(dispatched_at) <> max(dispatched_at)
        or min(registered_at) <> max(registered_at)
        or min(category_1) <> max(category_1)
        or min(category_2) <> max(category_2)
        or min(category_3) <> max(category_3)
        or min(category_4) <> max(category_4)
        or min(category_5) <> max(category_5)
        or min(stated_district) <> max(stated_district)
        or min(stated_street) <> max(stated_street)
        or min(stated_community) <> max(stated_community)
        or min(place_text) <> max(place_text)
        or min(stated_longitude) <> max(stated_longitude)
        or min(stated_latitude) <> max(stated_latitude)
        or min(disposition) <> max(disposition)
        or min(contacted) <> max(contacted)
        or min(resolved) <> max(resolved)
        or min(satisfaction) <> max(satisfaction)
        or min(valid_callback) <> max(valid_callback)
        or min(caller_key) <> max(caller_key)
),

cells as (
    unpivot (
        select *
        from told
        semi join differing using (complaint_id)
    )
    on stream, order_type, title, content_masked, called_at, dispatched_at, registered_at, category_1, category_2, category_3, category_4, category_5, stated_district, stated_street, stated_community, place_text, stated_longitude, stated_latitude, disposition, contacted, resolved, satisfaction, valid_callback, caller_key
    into name column_name value value
),

steps as (
    select
        *,
        lag(value) over earlier as value_before,
        lag(seq) over earlier as seq_before,
        lag(source_file) over earlier as file_before,
        lag(source_line) over earlier as line_before
    from cells
    window earlier as (partition by complaint_id, column_name order by seq)
)

select
    complaint_id,
    column_name,
    value_before,
    seq_before,
    file_before,
    line_before,
    value as value_after,
    source_file as file_after,
    source_line as line_after,
    seq
from steps
where
    value <> value_before
    and not (column_name in ('called_at', 'dispatched_at', 'registered_at') and starts_with(value, value_before));

-- Grain: as of contradiction. The row of the store names the file that last changed the order; a value may have come by one before it: of the states that
-- stood one after the other, the first of those that say it still.
create or replace table scratch.conflict as
with asked as (
    select *
    from scratch.contradiction
    where seq_before = 0
),

past as (
    select
        complaint_id,
        source_file,
        source_line,
        state,
        row_number() over (partition by complaint_id order by load_no nulls first, rowid) as version
    from complaint_history
    semi join asked using (complaint_id)
),

saying as (
    select
        asked.complaint_id,
        asked.column_name,
        past.version,
        past.source_file,
        past.source_line,
        coalesce(starts_with(json_extract_string(past.state, '$.' || asked.column_name), asked.value_before), false) as says
    from asked
    join past using (complaint_id)
),

origin as (
    select
        complaint_id,
        column_name,
        arg_min(source_file, version) as source_file,
        arg_min(source_line, version) as source_line
    from (
        select
            *,
            bool_and(says) over (
                partition by complaint_id, column_name
                order by version
                rows between current row and unbounded following
            ) as says_since
        from saying
    )
    where says_since and source_file is not null
    group by complaint_id, column_name
)

select
    contradiction.complaint_id,
    contradiction.column_name,
    if(contradiction.column_name = 'caller_key', '×', contradiction.value_before) as value_before,
    coalesce(origin.source_file, contradiction.file_before) as file_before,
    if(contradiction.column_name = 'caller_key', '×', contradiction.value_after) as value_after,
    contradiction.file_after,
    contradiction.line_after,
    coalesce(origin.source_line, contradiction.line_before) as line_before
from scratch.contradiction
left join origin
    on contradiction.seq_before = 0 and contradiction.complaint_id = origin.complaint_id and contradiction.column_name = origin.column_name
order by contradiction.complaint_id, contradiction.column_name, contradiction.seq;

drop table scratch.contradiction;
