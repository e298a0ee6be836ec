-- Grain: one row per complaint of the days from $from on and before $until, in time order, as one Parquet file.
-- A range, and not year() and month(): row groups of other days are passed over unread.
copy (
    select *
    from published
    where occurred_at >= $from and occurred_at < $until
    order by occurred_at, complaint_id
) to $file (format parquet, compression zstd, compression_level 1);
