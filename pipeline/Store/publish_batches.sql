-- Grain: one row per content that was ever loaded, and one per loading again of its rejected rows.
copy (
    select *
    from loaded_file
    order by name, batch_id
) to $file (format parquet, compression zstd);
