-- Of runs before the last $runs nothing is kept, and nothing of what is no write.
delete from undo.write
where
    run_no not in (
        select run_no
        from undo.write
        group by run_no
        order by run_no desc
        limit $runs
    );

delete from undo.complaint
where write_no not in (from undo.write select write_no);

delete from undo.incident_member
where write_no not in (from undo.write select write_no);

delete from undo.issue_group_member
where write_no not in (from undo.write select write_no);

delete from undo.quarantine
where write_no not in (from undo.write select write_no);

delete from undo.snapped_point
where write_no not in (from undo.write select write_no);

delete from undo.incident_rule
where write_no not in (from undo.write select write_no);

delete from undo.place_rule
where write_no not in (from undo.write select write_no);

delete from undo.baseline
where write_no not in (from undo.write select write_no);

delete from undo.stale_month
where write_no not in (from undo.write select write_no);

delete from undo.touched_month
where write_no not in (from undo.write select write_no);

delete from undo.rule_file
where write_no not in (from undo.write select write_no);

delete from undo.file
where write_no not in (from undo.write select write_no);
