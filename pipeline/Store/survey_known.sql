-- Grain: one row: whether a survey of these bytes was taken in.
select exists (from survey_answer where sha256 = $sha256) as is_known;
