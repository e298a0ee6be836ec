-- Grain: one row: the last day of the data.
select max(occurred_at)::date as last_on
from complaint;
