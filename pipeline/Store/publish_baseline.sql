-- Grain: one row per period and stream, issue and district (null: all): totals of a time before the complaints.
copy (
    select *
    from baseline
    order by all
) to $file (format parquet, compression zstd);
