-- Grain: one row per part of a filter.
select
    filter,
    part,
    words
from seen_filter;
