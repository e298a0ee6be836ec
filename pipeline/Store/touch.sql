-- Orders whose derived columns are to be made anew.
create or replace temp table touch (complaint_id text not null);
