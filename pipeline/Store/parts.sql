-- Grain: one row per further part that the generation has, in the order of publishing; a home without it has no file.
select part
from (
    select 1 as place, 'callbacks' as part, exists (from callback_result) as is_held
    union all
    select 2, 'dispatched', exists (from dispatch_list)
    union all
    select 3, 'dispatch_lists', exists (from dispatch_list)
    union all
    select 4, 'surveys', exists (from survey_answer)
)
where is_held
order by place;
