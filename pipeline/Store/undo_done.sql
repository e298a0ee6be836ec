-- The run is taken back in the store, in files and for readers.
delete from undo.write
where taken_back;
