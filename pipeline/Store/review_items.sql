-- Grain: one row per row of the workbook.
select
    item_no,
    kind,
    scope,
    key,
    present
from review_item
where workbook = $workbook
order by item_no;
