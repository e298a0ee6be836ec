-- Grain: one row per incident of a cluster that an earlier bulletin or night told (its tables space_time_clusters and cluster_incidents).
select
    cluster.cluster_id,
    cluster.until_on,
    incident.incident_id
from read_parquet($clusters) as cluster
inner join read_parquet($incidents) as incident using (cluster_id)
order by cluster.cluster_id, incident.incident_id;
