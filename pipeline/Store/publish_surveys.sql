-- Grain: one row per answer of the users of the service.
copy (
    select
        answered_on,
        department,
        rating
    from survey_answer
    order by all
) to $file (format parquet, compression zstd);
