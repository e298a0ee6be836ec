-- Grain: one row: the files behind the published generation; rows loaded again after mending are their files' own.
select
    count(*) as files,
    coalesce(sum(read), 0)::bigint as read,
    coalesce(sum(rejected), 0)::bigint as rejected,
    string_agg(distinct source, '、' order by source) as sources
from batch
where retry_of is null;
