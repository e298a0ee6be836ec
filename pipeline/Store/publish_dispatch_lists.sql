-- Grain: one row per list of the city and stream: the days that it speaks of.
copy (
    select
        name,
        stream,
        from_on,
        last_on,
        orders,
        repeated
    from dispatch_list
    order by list_no, stream
) to $file (format parquet, compression zstd);
