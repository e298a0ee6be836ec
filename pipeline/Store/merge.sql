-- Merges the incoming rows into what is known, column by column: a blank never erases.
-- Grain of incoming_outcome: one row per incoming row, in the order of the files: inserted | updated | unchanged.
-- Grain of contested_state: one row per order that several rows (or the store and a row) speak of and that changed; derived columns are to be made anew.
-- The outcome compares the merged state before and after the row; provenance and derived columns are not content.
create or replace table scratch.contested as
select distinct
    id_hash,
    complaint_id
from scratch.incoming;

create or replace table scratch.known as
select complaint.*
from complaint
semi join scratch.contested using (id_hash);

-- A file loaded before has had its say: of its rows only the last one on an order whose state still comes from that very file is read again,
-- so that an older export loaded once more never takes an order back to what a later one has overtaken.
create or replace table scratch.spent as
with loaded as (
    select distinct
        batch_id,
        source
    from load_batch
)

select incoming.seq
from scratch.incoming
semi join loaded on incoming.batch_id = loaded.batch_id and incoming.source = loaded.source
join scratch.known using (complaint_id)
qualify
    known.batch_id <> incoming.batch_id
    or incoming.seq < max(incoming.seq) over (partition by incoming.complaint_id, incoming.batch_id);

create or replace table scratch.running_state as
with states as (
    select
        0::bigint as seq,
        *
    from scratch.known
    semi join scratch.contested using (complaint_id)
    union all by name
    select * exclude (file_no)
    from scratch.incoming
    anti join scratch.spent using (seq)
),

running as (
    select
        seq,
        complaint_id,
        last_value(
            columns(
                * exclude (
                    seq, load_no, id_hash, complaint_id, source, source_file, source_line, batch_id, quality_flags, occurred_at, time_precision, time_from,
                    day_kind, issue, issue_from, issue_confidence, district, street, community, place_key, longitude, latitude, geo_level, geo_flags, building
                )
            ) ignore nulls
        ) over (partition by complaint_id order by seq) as "\0"
    from states
),

hashed as (
    select
        *,
        hash(*columns(* exclude (seq, complaint_id))) as content
    from running
)

select
    *,
    lag(content) over (partition by complaint_id order by seq) as content_before,
    lead(content) over (partition by complaint_id order by seq) as content_after
from hashed;

create or replace table scratch.incoming_outcome as
select
    incoming.seq,
    incoming.file_no,
    case
        when spent.seq is not null then 'unchanged'
        when running_state.seq is null or running_state.content_before is null then 'inserted'
        when running_state.content = running_state.content_before then 'unchanged'
        else 'updated'
    end as outcome
from scratch.incoming
left join scratch.running_state using (seq)
left join scratch.spent using (seq);

create or replace table scratch.contested_state as
with changed as (
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
    incoming.quality_flags,
    running_state.* exclude (seq, content, content_before, content_after)
from changed
join scratch.incoming using (seq)
join scratch.running_state using (seq)
order by complaint_id;
