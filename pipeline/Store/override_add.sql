-- Grain: one decision, or one undoing.
insert into override
select
    coalesce(max(override_no), 0) + 1,
    $made_at,
    $made_by,
    $workbook,
    $kind,
    $scope,
    $key,
    $old_value,
    $new_value,
    $reason,
    $undoes
from override;
