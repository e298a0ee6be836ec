-- Grain: one row of a workbook; the same workbook made again has the same rows.
insert into review_item
select
    $workbook,
    $item_no,
    $kind,
    $scope,
    $key,
    $present
where not exists (
    select 1
    from review_item
    where workbook = $workbook and item_no = $item_no
);
