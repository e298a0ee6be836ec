-- What is known of the orders that the incoming rows speak of, and which of the rows are heard.
create or replace table scratch.contested as
select distinct
    id_hash,
    complaint_id
from scratch.incoming;

-- Found by the narrow hash first: looked for in one go, every column of every order would be read.
create or replace table scratch.found_row as
select complaint.rowid as place_in_table
from complaint
semi join scratch.contested using (id_hash);

create or replace table scratch.known as
select complaint.*
from complaint
where complaint.rowid in (select found_row.place_in_table from scratch.found_row);

drop table scratch.found_row;

-- A file loaded before has had its say: of its rows only the last one on an order whose state still comes from that very file is read again,
-- so that an older export loaded once more never takes an order back to what a later one has overtaken. A copy within the load has none at all.
create or replace table scratch.spent as
with loaded as (
    select distinct
        batch_id,
        source
    from load_batch
)

select seq
from scratch.incoming
semi join scratch.copied_file using (file_no)
union
select incoming.seq
from scratch.incoming
semi join loaded on incoming.batch_id = loaded.batch_id and incoming.source = loaded.source
join scratch.known using (complaint_id)
qualify
    known.batch_id <> incoming.batch_id
    or incoming.seq < max(incoming.seq) over (partition by incoming.complaint_id, incoming.batch_id);
