-- Grain of cut: one row per complaint that a cut asks for, $from inclusive, $until exclusive, whatever else is stated. Lists are one value a line; null: any.
-- Every value is bound, none is text of a statement; as variables they are constants by the time that DuckDB plans, so that files of other months, row groups
-- of other days and columns that nothing asks for stay unread. Days are counted from 1970-01-01.
set variable cut_from = $from::timestamp;

set variable cut_until = $until::timestamp;

set variable cut_streams = coalesce(string_split($streams::varchar, chr(10)), []);

set variable cut_order_types = coalesce(string_split($order_types::varchar, chr(10)), []);

set variable cut_districts = coalesce(string_split($districts::varchar, chr(10)), []);

-- district/street
set variable cut_streets = coalesce(string_split($streets::varchar, chr(10)), []);

-- district/street/community
set variable cut_communities = coalesce(string_split($communities::varchar, chr(10)), []);

set variable cut_issues = coalesce(string_split($issues::varchar, chr(10)), []);

set variable cut_hot_issues = coalesce(string_split($hot_issues::varchar, chr(10)), []);

set variable cut_categories = coalesce(string_split($categories::varchar, chr(10)), []);

set variable cut_day_kinds = coalesce(string_split($day_kinds::varchar, chr(10)), []);

-- 1 = Monday
set variable cut_weekdays = coalesce(string_split($weekdays::varchar, chr(10)), []);

set variable cut_statuses = coalesce(string_split($statuses::varchar, chr(10)), []);

set variable cut_places = coalesce(string_split($places::varchar, chr(10)), []);

set variable cut_keywords = coalesce(string_split($keywords::varchar, chr(10)), []);

-- what stays out
set variable cut_except_districts = coalesce(string_split($except_districts::varchar, chr(10)), []);

set variable cut_except_streets = coalesce(string_split($except_streets::varchar, chr(10)), []);

set variable cut_except_issues = coalesce(string_split($except_issues::varchar, chr(10)), []);

-- first hour, and how many hours from there on, over midnight too
set variable cut_hour = $hour::integer;

set variable cut_hours = $hours::integer;

set variable cut_repeats = $repeats::boolean;

-- a circle, WGS-84 degrees and metres; on a sphere, good to 0.3 % within 100 km
set variable cut_longitude = $longitude::double;

set variable cut_latitude = $latitude::double;

set variable cut_metres = $metres::double;

create or replace temp view cut as
select *
from complaint
where
    year * 12 + month between year(getvariable('cut_from')) * 12 + month(getvariable('cut_from'))
        and year(getvariable('cut_until')) * 12 + month(getvariable('cut_until'))
    and occurred_at >= getvariable('cut_from')
    and occurred_at < getvariable('cut_until')
    and (len(getvariable('cut_streams')) = 0 or list_contains(getvariable('cut_streams'), stream))
    and (len(getvariable('cut_order_types')) = 0 or list_contains(getvariable('cut_order_types'), order_type))
    and (len(getvariable('cut_districts')) = 0 or list_contains(getvariable('cut_districts'), district))
    and (len(getvariable('cut_streets')) = 0 or list_contains(getvariable('cut_streets'), district || '/' || street))
    and (
        len(getvariable('cut_communities')) = 0
        or list_contains(getvariable('cut_communities'), district || '/' || street || '/' || community)
    )
    and (len(getvariable('cut_issues')) = 0 or list_contains(getvariable('cut_issues'), issue))
    and (len(getvariable('cut_hot_issues')) = 0 or list_contains(getvariable('cut_hot_issues'), issue_group_id))
    and (
        len(getvariable('cut_categories')) = 0
        or list_has_any(getvariable('cut_categories'), [category_1, category_2, category_3, category_4, category_5])
    )
    and (len(getvariable('cut_day_kinds')) = 0 or list_contains(getvariable('cut_day_kinds'), day_kind))
    and (len(getvariable('cut_weekdays')) = 0 or list_contains(getvariable('cut_weekdays'), isodow(occurred_at)::varchar))
    and (len(getvariable('cut_statuses')) = 0 or list_contains(getvariable('cut_statuses'), status))
    and (
        len(getvariable('cut_except_districts')) = 0
        or not coalesce(list_contains(getvariable('cut_except_districts'), district), false)
    )
    and (
        len(getvariable('cut_except_streets')) = 0
        or not coalesce(list_contains(getvariable('cut_except_streets'), district || '/' || street), false)
    )
    and (len(getvariable('cut_except_issues')) = 0 or not coalesce(list_contains(getvariable('cut_except_issues'), issue), false))
    and (getvariable('cut_hour') is null or (hour + 24 - getvariable('cut_hour')) % 24 < getvariable('cut_hours'))
    and (not getvariable('cut_repeats') or repeat_of is not null)
    and (
        len(getvariable('cut_places')) = 0
        or len(list_filter(getvariable('cut_places'), lambda one: contains(concat_ws(' ', split_part(place_key, '/', 3), place_text), one))) > 0
    )
    and (
        len(getvariable('cut_keywords')) = 0
        or len(list_filter(getvariable('cut_keywords'), lambda one: contains(concat_ws(' ', title, content_masked), one))) > 0
    )
    and (
        getvariable('cut_metres') is null
        or (
            geo_level in ('coordinate', 'place')
            and sqrt(
                pow(radians(latitude - getvariable('cut_latitude')), 2)
                + pow(radians(longitude - getvariable('cut_longitude')) * cos(radians(getvariable('cut_latitude'))), 2)
            ) * 6371008.8 <= getvariable('cut_metres')
        )
    );

create or replace temp view cut_row as
select *
from cut;
