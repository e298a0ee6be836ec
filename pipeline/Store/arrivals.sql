-- New orders, as they arrive (Arrivals): straight from the rows of the files into the table, without a collection between.
insert into complaint
select *
from arrivals();
