-- Announces a load: what it stores from now on counts only once apply has been committed.
insert into load_pending values ($load_no);
