-- Grain: one row: what the users of the service answered in the days $from (inclusive) to $until (exclusive).
select
    count(*) as answers,
    count(*) filter (rating = 'satisfied') as satisfied,
    count(*) filter (rating = 'basic') as basic
from read_parquet($file)
where answered_on >= $from and answered_on < $until;
