-- Grain of cut_group: one row per complaint of a cut with the values that it is grouped by, as text, in up to five places ($by_1 … names of dimensions, null:
-- not grouped). Hours are 0 to 23, null where only the day is known; weekdays 1 = Monday to 7; days and first days of weeks ($week_start: 0 = Monday) are
-- counted from 1970-01-01; months are year * 12 + month - 1, quarters a third of that, both of the days moved by $month_days (assessment months).
set variable cut_by_1 = $by_1::varchar;

set variable cut_by_2 = $by_2::varchar;

set variable cut_by_3 = $by_3::varchar;

set variable cut_by_4 = $by_4::varchar;

set variable cut_by_5 = $by_5::varchar;

set variable cut_week_start = $week_start::integer;

set variable cut_month_days = $month_days::integer;

create or replace temp macro cut_month(day) as year(day) * 12 + month(day) - 1;

create or replace temp macro cut_value(dimension, day, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as
    case dimension
        when 'hour' then hour::varchar
        when 'weekday' then isodow(day)::varchar
        when 'day' then (day - date '1970-01-01')::varchar
        when 'week' then (day - date '1970-01-01' - (isodow(day) + 6 - getvariable('cut_week_start')) % 7)::varchar
        when 'month' then (cut_month(day - getvariable('cut_month_days')) + least(getvariable('cut_month_days'), 1))::varchar
        when 'quarter' then ((cut_month(day - getvariable('cut_month_days')) + least(getvariable('cut_month_days'), 1)) // 3)::varchar
        when 'day_kind' then day_kind
        when 'district' then district
        when 'street' then street
        when 'community' then community
        when 'place' then place_key
        when 'issue' then issue
        when 'category' then category_1
        when 'sub_category' then category_2
        when 'organisation' then organisation
        when 'stream' then stream
        when 'status' then status
    end;

create or replace temp view cut_group as
select
    cut_value(getvariable('cut_by_1'), occurred_on, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as by_1,
    cut_value(getvariable('cut_by_2'), occurred_on, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as by_2,
    cut_value(getvariable('cut_by_3'), occurred_on, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as by_3,
    cut_value(getvariable('cut_by_4'), occurred_on, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as by_4,
    cut_value(getvariable('cut_by_5'), occurred_on, hour, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status) as by_5,
    -- the same as opens_incident, and one column to read instead of two
    repeat_of is null as is_first,
    caller_key,
    complaint_id,
    occurred_at,
    geo_level,
    longitude,
    latitude
from cut_row;
