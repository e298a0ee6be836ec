-- Grain: one row: orders that the write derived anew, decisions that it wrote down.
select
    (select count(*) from undo.complaint where write_no = $write_no) as orders,
    (
        select count(*)
        from override
        where override_no >= (select override_no from undo.write where write_no = $write_no)
    ) as decisions;
