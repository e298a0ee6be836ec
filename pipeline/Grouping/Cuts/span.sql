-- Grain: one row: first and last day of the published complaints.
select
    min(occurred_at)::date as first_on,
    max(occurred_at)::date as last_on
from complaint;
