-- One answer.
insert into survey_answer
values (coalesce(getvariable('run_id'), ''), $name, $sha256, $answered_on, $department, $rating);
