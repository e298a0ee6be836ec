-- The name of the place in a key; where none is named, the shop or company that is spoken of.
create or replace macro scratch.issue_place(place_key, spoken_organisation) as
    coalesce(nullif(regexp_replace(place_key, '^[^/]*/[^/]*/', ''), ''), spoken_organisation);

-- A block is how the name of a place begins, whatever its district; of complaints that name none, their district (with a mark in front that no name has).
-- A complaint without words has none.
create or replace macro scratch.issue_block(district, place_key, spoken_organisation, title, content) as
    if(coalesce(title, content) is null, null, coalesce(left(scratch.issue_place(place_key, spoken_organisation), 2), '≈' || coalesce(district, '')));

-- Grain: one row per block, the time from which its groups must be made anew: everything where the rules are not those of the stored groups.
-- An order that says the same of the same place in the same spelling as before touches nothing: names of the place are no words of its matter.
create or replace table scratch.touched_block as
with spoken as (
    select
        scratch.issue_block(district, place_key, spoken_organisation, title, content_masked) as block,
        occurred_at
    from complaint
    where load_no >= getvariable('load_no')
    union all
    select
        unnest([
            scratch.issue_block(rederived.district, rederived.place_key, rederived.spoken_organisation, rederived.title, rederived.content_masked),
            scratch.issue_block(known.district, known.place_key, known.spoken_organisation, known.title, known.content_masked)
        ]) as block,
        unnest([rederived.occurred_at, coalesce(known.occurred_at, rederived.occurred_at)]) as occurred_at
    from scratch.rederived
    left join scratch.known using (complaint_id)
    where
        (
            known.occurred_at, known.place_key, known.spoken_organisation, known.title, known.content_masked, known.issue, known.district,
            known.place_text, known.street, known.community
        )
        is distinct from
        (
            rederived.occurred_at, rederived.place_key, rederived.spoken_organisation, rederived.title, rederived.content_masked, rederived.issue,
            rederived.district, rederived.place_text, rederived.street, rederived.community
        )
    union all
    select
        scratch.issue_block(district, place_key, spoken_organisation, title, content_masked) as block,
        timestamp '1900-01-01' as occurred_at
    from complaint
    where not exists (from incident_rule where incident_rule.name = 'issue_groups' and incident_rule.value = $rules)
)

select
    block,
    min(occurred_at) as from_at
from spoken
where block is not null and occurred_at is not null
group by block;

set variable issue_from = (select min(touched_block.from_at) from scratch.touched_block) - $days * interval 1 day;

-- Grain of issue_near and issue_recent: one row per complaint of a touched block from $days before its touched time on; the latter with the group that it has
-- so far. Two steps: in one DuckDB holds all members that there ever were and looks them up by the few complaints.
create or replace table scratch.issue_near as
select
    state.complaint_id,
    state.occurred_at,
    state.block,
    touched_block.from_at
from (
    select
        complaint_id,
        occurred_at,
        scratch.issue_block(district, place_key, spoken_organisation, title, content_masked) as block
    from scratch.state
    where occurred_at >= getvariable('issue_from')
) as state
join scratch.touched_block
    on state.block = touched_block.block and state.occurred_at >= touched_block.from_at - $days * interval 1 day;

create or replace table scratch.issue_recent as
select
    issue_near.*,
    member.group_id
from scratch.issue_near
left join (
    select *
    from issue_group_member
    where occurred_at >= getvariable('issue_from')
) as member on issue_near.complaint_id = member.complaint_id and issue_near.occurred_at = member.occurred_at;

drop table scratch.issue_near;

-- Grain of issue_row: one row per complaint that the grouping must see: those from the touched time of their block on, with the group that they have so far;
-- and of each group that was heard of in the $days before it the first $founders, with the last time of that group (settled_until). What joined or opened a
-- group before the touched time stands there as it was. is_rederived: whether its words are in scratch.rederived.
create or replace table scratch.issue_row as
with open_group as (
    select
        coalesce(group_id, complaint_id) as group_id,
        any_value(block) as block,
        any_value(from_at) as from_at,
        max(occurred_at) as last_at
    from scratch.issue_recent
    where occurred_at < from_at
    group by all
),

earlier as (
    select
        issue_group_member.complaint_id,
        issue_group_member.occurred_at,
        open_group.*,
        row_number() over (
            partition by open_group.group_id order by issue_group_member.occurred_at, issue_group_member.complaint_id
        ) as turn
    from issue_group_member
    join open_group on issue_group_member.group_id = open_group.group_id and issue_group_member.occurred_at < open_group.from_at
),

seen as (
    select
        complaint_id,
        block,
        group_id,
        null::timestamp as settled_until
    from scratch.issue_recent
    where occurred_at >= from_at
    union all
    select
        group_id as complaint_id,
        block,
        group_id,
        last_at as settled_until
    from open_group
    union all
    select
        complaint_id,
        block,
        group_id,
        last_at as settled_until
    from earlier
    where turn < $founders
)

select
    *,
    complaint_id in (select rederived.complaint_id from scratch.rederived) as is_rederived
from seen;

-- Orders that had a group and have no block any more are by themselves.
insert into scratch.regrouped
select
    rederived.complaint_id,
    rederived.occurred_at,
    rederived.complaint_id as group_id
from scratch.rederived
semi join issue_group_member using (complaint_id)
where scratch.issue_block(rederived.district, rederived.place_key, rederived.spoken_organisation, rederived.title, rederived.content_masked) is null;

delete from scratch.incident_rule
where name = 'issue_groups';

insert into scratch.incident_rule
select
    'issue_groups' as name,
    $rules as value;
