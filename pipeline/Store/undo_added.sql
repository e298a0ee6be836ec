-- The lists, excuses and surveys that the run of the write took in, and the first days of files that are no longer loaded.
delete from batch_day
where batch_id not in (from load_batch select batch_id);

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
