-- Grain: one row: reads every block of the large tables; a damaged one ends it.
select
    (select bit_xor(hash(*columns(*))) from complaint) as complaints,
    (select bit_xor(hash(*columns(*))) from complaint_history) as history,
    (select bit_xor(hash(*columns(*))) from incident_member) as incidents,
    (select bit_xor(hash(*columns(*))) from issue_group_member) as issue_groups;
