-- What readers see is what the store holds.
delete from stale_month;
