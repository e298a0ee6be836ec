-- Parts the touched orders, so that memory does not grow with their number.
-- Grain of touched_part: one row per touched order.
create or replace temp table touched_part as
select
    complaint_id,
    ((row_number() over (order by complaint_id) - 1) // $part_rows)::integer as part
from touched
group by complaint_id;

create or replace temp table rederived as
select *
from complaint
limit 0;
