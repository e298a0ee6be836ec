-- Grain: one row for the space-time cluster $id of a bulletin or night, every column of its table space_time_clusters as text; none where it lacks the cluster.
select columns(*)::varchar
from read_parquet($file)
where cluster_id = $id;
