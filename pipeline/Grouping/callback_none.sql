-- Generations without a recorded callback.
create or replace temp view callback as
select
    null::text as complaint_id,
    null::bigint as attempts,
    null::boolean as is_reached,
    null::boolean as is_valid,
    null::boolean as contacted,
    null::boolean as resolved,
    null::text as satisfaction,
    null::double as inclusion
where false;
