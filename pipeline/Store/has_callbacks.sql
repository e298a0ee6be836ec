-- Grain: one row: whether any callback was recorded.
select exists (from callback_result) as has_callbacks;
