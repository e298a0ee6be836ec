-- Grain: one row per complaint of the month ($year, $month), in time order, as one Parquet file.
-- A range, and not year() and month(): row groups of other months are passed over unread.
copy (
    select *
    from published
    where
        occurred_at >= make_timestamp($year, $month, 1, 0, 0, 0)
        and occurred_at < make_timestamp($year, $month, 1, 0, 0, 0) + interval 1 month
    order by occurred_at, complaint_id
) to $file (format parquet, compression zstd, compression_level 1);
