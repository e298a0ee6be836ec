-- The lists, excuses and surveys that the run of the write took in.
delete from dispatched
where list_no in (
    select list_no
    from dispatch_list
    where run_id = (select run_id from undo.write where write_no = $write_no)
);

delete from dispatch_list
where run_id = (select run_id from undo.write where write_no = $write_no);

delete from dispatch_excuse
where run_id = (select run_id from undo.write where write_no = $write_no);

delete from survey_answer
where run_id = (select run_id from undo.write where write_no = $write_no);
