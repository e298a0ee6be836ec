-- The first and the last month that the published complaints have a folder for, as year * 12 + month.
set variable first_month = $first::bigint;

set variable last_month = $last::bigint;
