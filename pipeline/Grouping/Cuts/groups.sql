-- Grain of cut_group: one row per complaint of a cut with the values that it is grouped by, in up to five places ($by_1 … names of dimensions, null: not
-- grouped): at_1 … for times, by_1 … for names, the other of the two is null. Hours are 0 to 23, null where only the day is known; weekdays 1 = Monday to 7; days
-- and first days of weeks ($week_start: 0 = Monday) are counted from 1970-01-01; months are year * 12 + month - 1, quarters a third of that, both of the days
-- moved by $month_days (assessment months). Columns that are constant cost nothing.
set variable cut_by_1 = $by_1::varchar;

set variable cut_by_2 = $by_2::varchar;

set variable cut_by_3 = $by_3::varchar;

set variable cut_by_4 = $by_4::varchar;

set variable cut_by_5 = $by_5::varchar;

set variable cut_week_start = $week_start::integer;

set variable cut_month_days = $month_days::integer;

create or replace temp macro cut_month(day) as year(day) * 12 + month(day) - 1;

create or replace temp macro cut_time(dimension, day, hour) as
    case dimension
        when 'hour' then hour::bigint
        when 'weekday' then isodow(day)
        when 'day' then day - date '1970-01-01'
        when 'week' then day - date '1970-01-01' - (isodow(day) + 6 - getvariable('cut_week_start')) % 7
        when 'month' then cut_month(day - getvariable('cut_month_days')) + least(getvariable('cut_month_days'), 1)
        when 'quarter' then (cut_month(day - getvariable('cut_month_days')) + least(getvariable('cut_month_days'), 1)) // 3
    end;

create or replace temp macro cut_name(dimension, stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as
    case dimension
        when 'day_kind' then day_kind
        when 'district' then district
        when 'street' then street
        when 'community' then community
        -- a complaint without a point of its own still has its district and street
        when 'place' then coalesce(place_key, concat(district, '/', street, '/'))
        when 'issue' then issue
        when 'hot_issue' then issue_group_id
        when 'category' then category_1
        when 'sub_category' then category_2
        when 'organisation' then organisation
        when 'spoken_organisation' then spoken_organisation
        when 'stream' then stream
        when 'order_type' then order_type
        when 'status' then status
    end;

create or replace temp view cut_group as
select
    cut_time(getvariable('cut_by_1'), occurred_on, hour) as at_1,
    cut_name(getvariable('cut_by_1'), stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as by_1,
    cut_time(getvariable('cut_by_2'), occurred_on, hour) as at_2,
    cut_name(getvariable('cut_by_2'), stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as by_2,
    cut_time(getvariable('cut_by_3'), occurred_on, hour) as at_3,
    cut_name(getvariable('cut_by_3'), stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as by_3,
    cut_time(getvariable('cut_by_4'), occurred_on, hour) as at_4,
    cut_name(getvariable('cut_by_4'), stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as by_4,
    cut_time(getvariable('cut_by_5'), occurred_on, hour) as at_5,
    cut_name(getvariable('cut_by_5'), stream, category_1, category_2, issue, district, street, community, place_key, day_kind, organisation, status, issue_group_id, spoken_organisation, order_type) as by_5,
    -- the same as opens_incident, and one narrow column to read instead of two
    repeat_of is null as is_first,
    caller_key,
    complaint_id,
    incident_id,
    occurred_at,
    geo_level,
    longitude,
    latitude
from cut_row;
