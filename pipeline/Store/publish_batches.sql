-- Grain: one row per content that was ever loaded (its first loading): loading the same bytes again changes nothing.
copy (
    select
        batch_id,
        name,
        source,
        read,
        rejected
    from load_batch
    qualify row_number() over (partition by batch_id order by load_no) = 1
    order by name, batch_id
) to $file (format parquet, compression zstd);
