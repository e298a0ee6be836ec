-- Filters from $first on are written anew, by the caller; all of them are complete for the load $load_no.
delete from seen_filter
where filter >= $first;

delete from seen_state;

insert into seen_state values ($load_no, $room);
