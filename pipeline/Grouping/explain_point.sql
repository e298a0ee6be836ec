-- Grain: one row for the hotspot $id of a bulletin, every column of its table points as text; none where the bulletin lacks it.
select columns(* exclude (geometry))::varchar
from read_parquet($file)
where hotspot_id = $id;
