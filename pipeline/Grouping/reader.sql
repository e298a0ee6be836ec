-- What every grouping reads: one row per complaint of the published generation that a bulletin of the period may see ($until exclusive, $stream null: all).
-- hour is null where only the day is known. An incident is counted where and when it was first reported (opens_incident), so that
-- incidents add up over days, hours, areas and issues; opens_unit likewise for one caller's issue at a place.
set variable complaint_files = $files;

set variable batch_file = $batches;

set variable seen_until = $until::date;

set variable seen_stream = $stream::text;

create or replace temp macro is_seen(stream) as getvariable('seen_stream') is null or stream = getvariable('seen_stream');

create or replace temp view every_complaint as
select
    *,
    occurred_at::date as occurred_on,
    if(time_precision = 'day', null, hour(occurred_at)) as hour,
    complaint_id = incident_id as opens_incident,
    complaint_id = unit_id as opens_unit
from (
    from read_parquet(getvariable('complaint_files'), hive_partitioning = true)
    union all by name
    -- generations of before have no such columns
    from (select null::text as issue_group_id, null::text as spoken_organisation limit 0)
)
where occurred_at < getvariable('seen_until');

-- Those of the stream that is looked at. An incident is counted in the stream of its first report, so that the streams add up.
create or replace temp view complaint as
select *
from every_complaint
where is_seen(stream);

-- What a group of a grouping set speaks of; the first is told which columns it leaves open (grouping). A street is named district/street.
create or replace temp macro scope_level(any_district, any_street, any_issue) as
    case
        when any_district = 1 and any_issue = 1 then 'city'
        when any_street = 0 then 'street'
        when any_issue = 1 then 'district'
        when any_district = 1 then 'issue'
        else 'district_issue'
    end;

create or replace temp macro scope_name(level, district, street, issue) as
    case level
        when 'city' then ''
        when 'street' then district || '/' || street
        when 'district' then district
        when 'issue' then issue
        else district || '/' || issue
    end;

-- When an order was closed, as far as its source tells; null: it is still open. Of a source without times of closing an order that is said to be closed, or of
-- which nothing is said, counts as closed when it was dispatched, or else reported; one whose status is a word that tells nothing (status_unknown_value) does not.
create or replace temp macro closing_time(closed_at, status, quality_flags, dispatched_at, occurred_at) as
    coalesce(
        closed_at,
        if(
            coalesce(status, if(contains(quality_flags, 'status_unknown_value'), '', '办结')) = '办结',
            coalesce(dispatched_at, occurred_at),
            null
        )
    );

-- Whether orders of the issue are called back: kinds is a json list of {issue, valid_from, valid_until}, null in a city without kinds.
create or replace temp macro is_called_back(issue, reported_on, kinds) as
    kinds is null
    or len(list_filter(
        from_json(kinds::json, '[{"issue": "VARCHAR", "valid_from": "DATE", "valid_until": "DATE"}]'),
        lambda kind: kind.issue = issue
        and reported_on between coalesce(kind.valid_from, reported_on) and coalesce(kind.valid_until, reported_on)
    )) > 0;

-- Complaints that can be told to come again: the caller is known, and so is the address, a place with its building or else a coordinate.
create or replace temp view traced as
select
    complaint_id,
    occurred_at,
    occurred_on,
    -- closed before it was called in: implausible
    if(closed_at >= occurred_at, closed_at, null) as closed_at,
    issue,
    district,
    street,
    caller_key,
    if(place_key is null, hash(longitude, latitude), hash(place_key, building)) as address
from complaint
where geo_level in ('coordinate', 'place') and caller_key is not null;

-- Units (one caller's issue at a place) whose reports from first_day (inclusive) to last_day (exclusive) name a point; complaints counts those reports. Of each
-- column the first that is known counts, in order of time and number; as one text (sixteen digits of microseconds, then the number) that order is twice as
-- quick as a pair. Columns that nobody asks for are not worked out.
create or replace temp macro units_of(first_day, last_day) as table
with span as (
    select
        *,
        epoch_us(occurred_at)::varchar || complaint_id as place_in_time
    from complaint
    where occurred_at >= first_day and occurred_at < last_day and geo_level in ('coordinate', 'place')
)

select
    unit_id,
    arg_min(incident_id, complaint_id) as incident_id,
    arg_min(place_key, place_in_time) as place_key,
    arg_min(coalesce(nullif(split_part(place_key, '/', 3), ''), place_text), place_in_time) as label,
    arg_min(longitude, place_in_time) filter (geo_level = 'coordinate') as longitude,
    arg_min(latitude, place_in_time) filter (geo_level = 'coordinate') as latitude,
    min(occurred_at) as occurred_at,
    arg_min(hour, place_in_time) as hour,
    arg_min(caller_key, place_in_time) as caller_key,
    arg_min(issue, place_in_time) as issue,
    arg_min(district, place_in_time) as district,
    arg_min(street, place_in_time) as street,
    count(*) as complaints,
    max(occurred_at) as last_at,
    list(distinct occurred_on) as days
from span
group by unit_id;

-- Words of the complaints from first_day (inclusive) to last_day (exclusive), reach characters of their content, with the names of their places.
create or replace temp macro said(first_day, last_day, reach) as table
select
    complaint_id,
    issue_group_id,
    title,
    left(content_masked, reach) as content,
    split_part(place_key, '/', 3) as place,
    place_text,
    district,
    street,
    community,
    occurred_at,
    opens_incident
from complaint
where occurred_at >= first_day and occurred_at < last_day;

-- Where a scan of the system scale counts an incident; null: it has no such location. Cells are squares on the ground at one latitude of the city.
create or replace temp macro scan_location(scale, district, street, community, geo_level, longitude, latitude, columns_a_degree, rows_a_degree) as
    case
        when scale = 'street' then district || '/' || street
        when scale = 'community' then district || '/' || street || '/' || community
        when geo_level in ('coordinate', 'place')
            then floor(longitude * columns_a_degree)::integer || '/' || floor(latitude * rows_a_degree)::integer
    end;

-- Files of which the bulletin sees a row; generations of before do not tell the first day of a file.
create or replace temp view batch as
select *
from (
    from (select null::date as first_on limit 0)
    union all by name
    from read_parquet(getvariable('batch_file'))
)
where first_on is null or first_on < getvariable('seen_until');
