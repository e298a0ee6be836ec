-- A sheet was sealed and deleted.
update callback_sheet
set sealed_at = $sealed_at
where plan_id = $plan_id and staff = $staff;
