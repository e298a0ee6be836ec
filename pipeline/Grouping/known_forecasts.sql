-- Grain: one row per area and issue that an earlier bulletin told a forecast of ($file: its table forecast).
select
    level,
    district,
    street,
    issue,
    horizon,
    from_on,
    until_on,
    mean,
    p10,
    p90,
    naive_mean,
    model,
    mase
from read_parquet($file);
