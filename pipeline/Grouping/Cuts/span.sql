-- Grain: one row: first and last day of the published complaints, from the first and the last month alone.
select
    min(occurred_at)::date as first_on,
    max(occurred_at)::date as last_on
from complaint
where year * 12 + month in (getvariable('first_month'), getvariable('last_month'));
