-- Grain: one row: whether a loading of these bytes still stands in the ledger.
select exists (from load_batch where batch_id = $batch_id);
