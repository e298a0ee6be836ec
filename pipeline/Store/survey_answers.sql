-- Grain: one row per answer, by the file that it came in.
select
    sha256,
    answered_on,
    department,
    rating
from survey_answer
order by all;
