-- Grain: one row per complaint of a cut, in order of time, at most $top, as one Parquet file.
copy (
    select *
    from cut_detail
    order by occurred_at, complaint_id
    limit $top
) to $file (format parquet, compression zstd, compression_level 1);
