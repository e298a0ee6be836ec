-- A sheet was written, for the first time or again.
delete from callback_sheet
where plan_id = $plan_id and staff = $staff;

insert into callback_sheet values ($plan_id, $staff, $file, $written_at, null);
