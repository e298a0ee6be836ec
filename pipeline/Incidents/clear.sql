-- The incidents of all complaints are made anew.
delete from incident_member;
