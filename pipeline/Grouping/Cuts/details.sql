-- Grain of cut_detail: one row per complaint of a cut: published columns that name nobody; no caller, no file, no line.
create or replace temp view cut_detail as
select
    complaint_id,
    occurred_at,
    time_precision,
    day_kind,
    stream,
    issue,
    category_1,
    category_2,
    category_3,
    district,
    street,
    community,
    place_text,
    place_key,
    longitude,
    latitude,
    geo_level,
    organisation,
    status,
    disposition,
    incident_id,
    repeat_of,
    issue_group_id,
    title,
    content_masked
from cut_row;
