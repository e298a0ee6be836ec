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
    coalesce(complaint.disposition, 'unknown') as disposition,
    complaint.contacted,
    complaint.resolved,
    complaint.satisfaction,
    complaint.valid_callback,
    complaint.caller_key,
    incident_member.incident_id,
    incident_member.unit_id,
    if(incident_member.joined_by = 'opened', null, incident_member.incident_id) as repeat_of,
    incident_member.joined_by,
    complaint.day_kind,
    complaint.quality_flags
from complaint
join incident_member on complaint.complaint_id = incident_member.complaint_id and complaint.occurred_at = incident_member.occurred_at
left join snapped_point on complaint.longitude = snapped_point.longitude and complaint.latitude = snapped_point.latitude
cross join lateral (select complaint.geo_level = 'coordinate' and snapped_point.longitude is not null as is_snapped) as snapped;
