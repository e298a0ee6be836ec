-- Grain: one row per order of stream B (or of an unknown one) closed from $from (inclusive) to $until (exclusive), by the rule of callback_cohort: the beginning of its masked story.
select
    complaint_id,
    left(coalesce(content_masked, title, ''), 120) as story
from complaint
where
    closing_time(closed_at, status, quality_flags, dispatched_at, occurred_at) >= $from
    and closing_time(closed_at, status, quality_flags, dispatched_at, occurred_at) < $until
    and coalesce(stream, 'unknown') in ('unknown', 'B');
