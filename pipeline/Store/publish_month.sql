-- Grain: one row per complaint of the month ($year, $month), in time order, as one Parquet file.
copy (
    select *
    from published
    where year(occurred_at) = $year and month(occurred_at) = $month
    order by occurred_at, complaint_id
) to $file (format parquet, compression zstd);
