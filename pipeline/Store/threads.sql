-- How many threads the queries of all connections share from now on.
set variable threads = $threads;

set threads = getvariable('threads');
