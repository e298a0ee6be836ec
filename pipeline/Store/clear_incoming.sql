-- Empties what a load works with; the session may load more than once.
delete from incoming;

delete from rederived;

delete from quarantine_incoming;
