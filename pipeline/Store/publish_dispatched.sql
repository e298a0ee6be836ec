-- Grain: one row per order that the city sent out, by the last list that has it. excused: why it need not be registered; of stream A alone.
copy (
    with listed as (
        from dispatched
        qualify row_number() over (partition by complaint_id order by list_no desc) = 1
    ),

    excused as (
        select
            listed.complaint_id,
            min(dispatch_excuse.reason) as excused
        from listed
        inner join dispatch_excuse
            on
                dispatch_excuse.complaint_id = listed.complaint_id
                or (
                    dispatch_excuse.complaint_id is null
                    and listed.dispatched_at >= dispatch_excuse.from_at
                    and listed.dispatched_at < dispatch_excuse.until_at
                )
        where listed.stream = 'A'
        group by listed.complaint_id
    )

    select
        listed.complaint_id,
        listed.stream,
        listed.dispatched_on,
        listed.dispatched_at,
        listed.called_at,
        listed.district,
        listed.street,
        listed.issue,
        excused.excused
    from listed
    left join excused using (complaint_id)
    order by listed.complaint_id
) to $file (format parquet, compression zstd);
