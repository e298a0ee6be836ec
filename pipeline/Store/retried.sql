-- Rows of a file that were rejected and are now complaints; the caller appends them.
create or replace temp table retried (retry_batch_id text not null, file text not null, line bigint not null);
