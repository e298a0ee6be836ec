-- Merges the incoming rows into what is known, column by column: a blank never erases, and neither does the same time less exactly written, nor a name
-- of an area that no list knows.
-- Grain of heard: one row per incoming row that has a say, without the times that it writes less exactly than they are known; a position of zeros is none.
-- Grain of timeless: one row per order whose time no row tells, of this load or before: its rows are rejected.
-- Grain of incoming_outcome: one row per incoming row, in the order of the files: inserted | updated | unchanged | rejected.
-- Grain of contested_state: one row per order that several rows (or the store and a row) speak of and that changed; derived columns are to be made anew.
-- Grain of heard_state: one row per order that several rows (or the store and a row) speak of and row that has a say; seq 0 is what is known.
-- Grain of other_text: one row per state and column of other text that says something: mark of the column, hash of the text. What was stored before there
-- were marks tells nothing of its columns: such orders are left out until their texts are stored anew.
-- The outcome compares the merged state before and after the row; provenance and derived columns are not content, and areas count by the names that the lists
-- have for them, other texts column by column.
create or replace view scratch.heard as
select
    incoming.* replace (
        if(coarser.called, null, called_at) as called_at,
        if(coarser.called, null, called_precision) as called_precision,
        if(coarser.dispatched, null, dispatched_at) as dispatched_at,
        if(coarser.dispatched, null, dispatched_precision) as dispatched_precision,
        if(coarser.registered, null, registered_at) as registered_at,
        if(coarser.registered, null, registered_precision) as registered_precision,
        if(stated_longitude = 0 and stated_latitude = 0, null, stated_longitude) as stated_longitude,
        if(stated_longitude = 0 and stated_latitude = 0, null, stated_latitude) as stated_latitude
    )
from scratch.incoming
left join scratch.coarser using (seq)
anti join scratch.spent using (seq);

-- 望京街道办事处 is 望京街道. A name that no list has, and one that was dropped, stay as they were stated.
create or replace macro scratch.as_listed(stated, listed, unit, flags) as
    if(
        stated is null or listed is null or contains(flags, concat(unit, '_unrecognised')) or contains(flags, concat(unit, '_conflict')),
        stated,
        listed
    );

create or replace view scratch.heard_state as
select
    0::bigint as seq,
    *
from scratch.known
semi join scratch.contested using (complaint_id)
union all by name
select * exclude (file_no)
from scratch.heard;

create or replace table scratch.other_text as
with marked as (
    select
        seq,
        complaint_id,
        unnest(regexp_extract_all(other_text_hash, '.{24}')) as text_hash
    from scratch.heard_state
    anti join (select complaint_id from scratch.known where length(other_text_hash) % 24 <> 0) using (complaint_id)
)

select
    seq,
    complaint_id,
    left(text_hash, 8) as mark,
    text_hash
from marked;

create or replace table scratch.running_state as
with retold as (
    select
        seq,
        complaint_id,
        bool_or(text_hash is distinct from hash_before) as says_otherwise
    from (
        select
            *,
            lag(text_hash) over (partition by complaint_id, mark order by seq) as hash_before
        from scratch.other_text
    )
    where seq > 0
    group by seq, complaint_id
),

states as (
    select
        *,
        if(contains(geo_flags, 'district_unrecognised'), null, scratch.as_listed(stated_district, district, 'district', geo_flags)) as listed_district,
        if(contains(geo_flags, 'street_unrecognised'), null, scratch.as_listed(stated_street, street, 'street', geo_flags)) as listed_street,
        scratch.as_listed(stated_community, community, 'community', geo_flags) as listed_community
    from scratch.heard_state
    left join retold using (seq, complaint_id)
),

running as (
    select
        seq,
        complaint_id,
        last_value(
            columns(
                * exclude (
                    seq, load_no, id_hash, complaint_id, source, source_file, source_line, batch_id, quality_flags, occurred_at, time_precision, time_from,
                    day_kind, issue, issue_from, issue_confidence, stated_district, stated_street, district, street, community, place_key, longitude, latitude, geo_level, geo_flags, building,
                    spoken_organisation, says_otherwise, listed_district, listed_street
                )
            ) ignore nulls
        ) over so_far as "\0",
        coalesce(
            last_value(if(listed_district is null, null, stated_district) ignore nulls) over so_far,
            last_value(stated_district ignore nulls) over so_far
        ) as stated_district,
        coalesce(
            last_value(if(listed_street is null, null, stated_street) ignore nulls) over so_far,
            last_value(stated_street ignore nulls) over so_far
        ) as stated_street,
        coalesce(last_value(listed_district ignore nulls) over so_far, last_value(stated_district ignore nulls) over so_far) as listed_district,
        coalesce(last_value(listed_street ignore nulls) over so_far, last_value(stated_street ignore nulls) over so_far) as listed_street,
        count_if(coalesce(says_otherwise, false)) over so_far as retold
    from states
    window so_far as (partition by complaint_id order by seq)
),

-- A time that was stored before its precision was kept is taken to be as exact as the next row writes it: the same file again changes nothing.
precise as (
    select
        *,
        first_value(columns('_precision$') ignore nulls)
            over (partition by complaint_id order by seq rows between current row and unbounded following) as "next_\0"
    from running
),

hashed as (
    select
        *,
        hash(
            *columns(
                * exclude (
                    seq, complaint_id, called_precision, dispatched_precision, registered_precision, stated_district, stated_street, stated_community,
                    other_text_hash
                )
            )
        ) as content
    from precise
)

select
    * exclude (
        next_called_precision, next_dispatched_precision, next_registered_precision, listed_district, listed_street, listed_community, retold
    ),
    lag(content) over (partition by complaint_id order by seq) as content_before,
    lead(content) over (partition by complaint_id order by seq) as content_after
from hashed;

create or replace table scratch.timeless as
select complaint_id
from scratch.running_state
semi join (select distinct complaint_id from scratch.incoming semi join scratch.untimed using (seq)) using (complaint_id)
group by complaint_id
having count(called_at) + count(dispatched_at) + count(registered_at) + count(order_on) = 0;

delete from scratch.running_state
where complaint_id in (select timeless.complaint_id from scratch.timeless);

insert into scratch.quarantine_incoming
select untimed.* exclude (seq)
from scratch.untimed
join scratch.incoming using (seq)
semi join scratch.timeless on incoming.complaint_id = timeless.complaint_id;

create or replace table scratch.incoming_outcome as
select
    incoming.seq,
    incoming.file_no,
    case
        when timeless.complaint_id is not null then 'rejected'
        when spent.seq is not null then 'unchanged'
        when running_state.seq is null or running_state.content_before is null then 'inserted'
        when running_state.content = running_state.content_before then 'unchanged'
        else 'updated'
    end as outcome
from scratch.incoming
left join scratch.running_state using (seq)
left join scratch.spent using (seq)
left join scratch.timeless on incoming.complaint_id = timeless.complaint_id;

-- Flags: those of every row that spoke of the order; which of them still hold is told by what is known now (QualityFlags).
create or replace table scratch.contested_state as
with flagged as (
    select
        complaint_id,
        unnest(string_split(quality_flags, '|')) as flag
    from (
        select
            complaint_id,
            quality_flags
        from scratch.known
        where quality_flags is not null
        union all
        select
            complaint_id,
            quality_flags
        from scratch.heard
        where quality_flags is not null
    )
),

flags as (
    select
        complaint_id,
        string_agg(distinct flag, '|' order by flag) as quality_flags
    from flagged
    group by complaint_id
),

other_texts as (
    select
        complaint_id,
        string_agg(text_hash, '' order by mark) as other_text_hash
    from (
        select
            complaint_id,
            mark,
            arg_max(text_hash, seq) as text_hash
        from scratch.other_text
        group by complaint_id, mark
    )
    group by complaint_id
),

changed as (
    select
        complaint_id,
        max(seq) as seq
    from scratch.running_state
    where seq > 0 and (content_before is null or content <> content_before)
    group by complaint_id
)

select
    incoming.load_no,
    incoming.source,
    incoming.source_file,
    incoming.source_line,
    incoming.batch_id,
    flags.quality_flags,
    coalesce(other_texts.other_text_hash, running_state.other_text_hash) as other_text_hash,
    running_state.* exclude (seq, content, content_before, content_after, other_text_hash)
from changed
join scratch.incoming using (seq)
join scratch.running_state using (seq)
left join flags on changed.complaint_id = flags.complaint_id
left join other_texts on changed.complaint_id = other_texts.complaint_id
order by changed.complaint_id;
