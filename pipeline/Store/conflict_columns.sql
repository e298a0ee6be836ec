-- Grain: one row per column in which rows contradict each other (null: any column), most orders first.
select
    column_name,
    count(distinct complaint_id) as orders
from conflict
where load_no = $load_no
group by grouping sets ((), (column_name))
having count(*) > 0
order by column_name is not null, orders desc, column_name;
