-- Grain: one row per list of the city and stream: the days that it speaks of. A list whose stream was said later is of that stream alone.
copy (
    select
        name,
        stream,
        from_on,
        last_on,
        orders,
        repeated
    from dispatch_list
    where
        stream <> 'unknown'
        or not exists (
            from dispatch_list as later
            where later.sha256 = dispatch_list.sha256 and later.list_no > dispatch_list.list_no
        )
    order by list_no, stream
) to $file (format parquet, compression zstd);
