-- Keeps a file of the home's rules that the run is about to replace.
insert into undo.rule_file values (getvariable('write_no'), $name, $content_before, $content_after);
