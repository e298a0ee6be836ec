-- Grain: one row per row of a result table, as one JSON object; shapes are left out, for they follow from the rest.
select to_json(result)::varchar as columns
from (
    select columns(name -> name <> 'geometry')
    from read_parquet($file)
) as result;
