-- Grain: one row per name of a category, of any level, that the published complaints carry.
select distinct unnest([category_1, category_2, category_3, category_4, category_5]) as category
from (select distinct category_1, category_2, category_3, category_4, category_5 from complaint)
order by category nulls last;
