-- Grain: one row per touched order of a part, stated columns in the order that ComplaintTable reads.
select
    complaint_id,
    source,
    source_file,
    source_line,
    batch_id,
    quality_flags,
    stream,
    order_type,
    title,
    content_masked,
    other_text_hash,
    order_on,
    called_at,
    dispatched_at,
    registered_at,
    due_at,
    closed_at,
    category_1,
    category_2,
    category_3,
    category_4,
    category_5,
    stated_district,
    stated_street,
    stated_community,
    place_text,
    stated_longitude,
    stated_latitude,
    stated_crs,
    organisation,
    status,
    disposition,
    contacted,
    resolved,
    satisfaction,
    valid_callback,
    caller_key
from complaint
where
    complaint_id in (
        select complaint_id
        from touched_part
        where part = $part
    )
order by complaint_id;
