-- What people decided about incidents (review apply): the report and the incident that it belongs to. A decision follows the report that it names.
create or replace temp table decided_incident as
with decided as (
    select
        key as complaint_id,
        new_value ->> 'incident' as incident_of
    from override_in_force
    where kind = 'incident'
)

select
    decided.complaint_id,
    if(decided.incident_of = decided.complaint_id, decided.complaint_id, coalesce(target.incident_id, decided.incident_of)) as incident_id
from decided
semi join complaint on decided.incident_of = complaint.complaint_id
left join incident_member as target on decided.incident_of = target.complaint_id;

update decided_incident
set incident_id = further.incident_id
from decided_incident as further
where decided_incident.incident_id = further.complaint_id and decided_incident.complaint_id <> further.complaint_id;

-- Grain: one row per complaint, as readers see it: canonical columns only, no originals. Snapped coordinates are no points: such a row counts for its street. The view is made anew by each writer.
create or replace temp view published as
select
    complaint.complaint_id,
    coalesce(complaint.stream, 'unknown') as stream,
    complaint.source,
    complaint.batch_id,
    complaint.source_file,
    complaint.source_line,
    complaint.order_type,
    complaint.title,
    complaint.content_masked,
    complaint.occurred_at,
    complaint.time_precision,
    complaint.time_from,
    complaint.called_at,
    complaint.dispatched_at,
    complaint.registered_at,
    complaint.due_at,
    complaint.closed_at,
    complaint.category_1,
    complaint.category_2,
    complaint.category_3,
    complaint.category_4,
    complaint.category_5,
    complaint.issue,
    complaint.issue_from,
    complaint.issue_confidence,
    complaint.district,
    complaint.street,
    complaint.community,
    complaint.place_text,
    complaint.place_key,
    complaint.building,
    if(snapped.is_snapped, null, complaint.longitude) as longitude,
    if(snapped.is_snapped, null, complaint.latitude) as latitude,
    case
        when not snapped.is_snapped then complaint.geo_level
        when complaint.street is not null then 'street'
        when complaint.district is not null then 'district'
        else 'none'
    end as geo_level,
    if(
        snapped.is_snapped,
        array_to_string(list_sort(list_append(string_split(nullif(complaint.geo_flags, ''), '|'), 'coordinate_snapped')), '|'),
        complaint.geo_flags
    ) as geo_flags,
    complaint.organisation,
    complaint.status,
    coalesce(decided.new_value ->> 'disposition', complaint.disposition, 'unknown') as disposition,
    complaint.contacted,
    complaint.resolved,
    complaint.satisfaction,
    complaint.valid_callback,
    complaint.caller_key,
    coalesce(own.incident_id, moved.incident_id, incident_member.incident_id, complaint.complaint_id) as incident_id,
    if(own.incident_id is null, coalesce(incident_member.unit_id, complaint.complaint_id), complaint.complaint_id) as unit_id,
    nullif(coalesce(own.incident_id, moved.incident_id, incident_member.incident_id), complaint.complaint_id) as repeat_of,
    case
        when own.incident_id = complaint.complaint_id then 'opened'
        when own.incident_id is not null or moved.incident_id is not null then 'review'
        else coalesce(incident_member.joined_by, 'opened')
    end as joined_by,
    complaint.day_kind,
    complaint.quality_flags,
    coalesce(issue_group_member.group_id, complaint.complaint_id) as issue_group_id,
    complaint.spoken_organisation
from complaint
left join incident_member on complaint.complaint_id = incident_member.complaint_id and complaint.occurred_at = incident_member.occurred_at
left join issue_group_member
    on complaint.complaint_id = issue_group_member.complaint_id and complaint.occurred_at = issue_group_member.occurred_at
left join override_in_force as decided on complaint.complaint_id = decided.key and decided.kind = 'disposition'
left join decided_incident as own on complaint.complaint_id = own.complaint_id
left join decided_incident as moved on incident_member.incident_id = moved.complaint_id and complaint.complaint_id <> moved.complaint_id
left join snapped_point on complaint.longitude = snapped_point.longitude and complaint.latitude = snapped_point.latitude
cross join lateral (select complaint.geo_level = 'coordinate' and snapped_point.longitude is not null as is_snapped) as snapped;
