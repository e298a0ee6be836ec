-- Grain: one row: how many of the totals are new, changed, or as they were.
select
    count(*) filter (known.complaints is null) as inserted,
    count(*) filter (known.complaints <> baseline_incoming.complaints) as updated,
    count(*) filter (known.complaints = baseline_incoming.complaints) as unchanged
from baseline_incoming
left join baseline as known
    on
        baseline_incoming.from_on = known.from_on
        and baseline_incoming.until_on = known.until_on
        and baseline_incoming.stream is not distinct from known.stream
        and baseline_incoming.issue is not distinct from known.issue
        and baseline_incoming.district is not distinct from known.district;
