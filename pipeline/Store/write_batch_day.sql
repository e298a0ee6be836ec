-- Loading the same bytes again changes nothing.
insert into batch_day
select
    $batch_id,
    $first_on::date
where not exists (from batch_day where batch_id = $batch_id);
