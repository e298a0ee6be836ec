-- Grain: one row per order that was called: what all attempts said together, and the probability that it came into the sample of its cohort: by the draw that took
-- it, or by one of the other days that it could have been taken on (a plan's probability of its street, for each order of its caller). Notes are not published.
copy (
    with told as (
        select
            complaint_id,
            count(*) as attempts,
            max(plan_on) as last_called_on,
            arg_max(outcome, plan_on) as outcome,
            bool_or(is_reached) as is_reached,
            bool_or(is_valid) as is_valid,
            arg_max(contacted, plan_on) filter (is_valid) as contacted,
            arg_max(resolved, plan_on) filter (is_valid) as resolved,
            arg_max(satisfaction, plan_on) filter (is_valid) as satisfaction
        from callback_answer
        group by complaint_id
    ),

    first_call as (
        select
            callback_call.*,
            callback_plan.plan_on
        from callback_call
        inner join callback_plan using (plan_id)
        qualify row_number() over (partition by callback_call.complaint_id order by callback_plan.plan_on) = 1
    ),

    other_day as (
        select
            first_call.complaint_id,
            product(pow(1 - callback_stratum.probability, first_call.caller_orders)) as missed
        from first_call
        inner join callback_stratum
            on
                first_call.period = callback_stratum.period
                and first_call.plan_id <> callback_stratum.plan_id
                and first_call.district is not distinct from callback_stratum.district
                and first_call.street is not distinct from callback_stratum.street
        inner join callback_plan on callback_stratum.plan_id = callback_plan.plan_id and first_call.closed_on < callback_plan.plan_on
        group by first_call.complaint_id
    )

    select
        told.complaint_id,
        first_call.period,
        first_call.plan_on as first_planned_on,
        told.last_called_on,
        told.attempts,
        told.outcome,
        told.is_reached,
        told.is_valid,
        told.contacted,
        told.resolved,
        told.satisfaction,
        round(1 - (1 - first_call.inclusion) * coalesce(other_day.missed, 1), 9) as inclusion
    from told
    inner join first_call using (complaint_id)
    left join other_day using (complaint_id)
    order by told.complaint_id
) to $file (format parquet, compression zstd);
