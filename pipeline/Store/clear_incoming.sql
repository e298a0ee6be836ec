-- Empties what a load works with and gives its memory back; the session may load more than once.
create or replace temp table incoming as
select *
from incoming
limit 0;

create or replace temp table rederived as
select *
from rederived
limit 0;

create or replace temp table quarantine_incoming as
select *
from quarantine_incoming
limit 0;
