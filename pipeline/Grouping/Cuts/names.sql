-- Grain: one row per (district, street, community, issue) that the published complaints carry: the lists of a city without lists.
select distinct
    district,
    street,
    community,
    issue
from complaint
order by all;
