using System.Text.Json.Serialization;

namespace Hotspot.Settings;

/// <summary>The nightly run: the block <c>night</c> of <c>settings.json</c>.</summary>
public sealed record NightSettings
{
    /// <summary>When the scheduler starts it, hh:mm of Beijing.</summary>
    public string At { get; init; } = "02:30";

    /// <summary>Nights and drafts of so many days back are made again where rows came late, 1–31.</summary>
    public int LookBackDays { get; init; } = 7;

    /// <summary>Program that is started with the path of <c>alarms.json</c> when a night raises new alarms; null: none.</summary>
    public string? AlarmCommand { get; init; }

    /// <summary>Data older than so many days end the night with exit 4, from 1.</summary>
    public int StaleDays { get; init; } = 3;

    /// <summary>Days that logs, accounts of runs, and results of nights are kept.</summary>
    public int KeepLogDays { get; init; } = 180;

    public int KeepRunDays { get; init; } = 400;

    public int KeepNightDays { get; init; } = 400;

    [JsonIgnore]
    public TimeOnly Time => TimeOnly.ParseExact(At, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <exception cref="WrongSettingException">A value is out of its bounds.</exception>
    public void Check()
    {
        if (!TimeOnly.TryParseExact(At, "HH:mm", out _))
            throw new WrongSettingException("night.at", "00:00 … 23:59");
        if (LookBackDays is < 1 or > 31)
            throw new WrongSettingException("night.look_back_days", "1 … 31");
        if (StaleDays < 1)
            throw new WrongSettingException("night.stale_days", "≥ 1");
        if (KeepLogDays < 1)
            throw new WrongSettingException("night.keep_log_days", "≥ 1");
        if (KeepRunDays < 1)
            throw new WrongSettingException("night.keep_run_days", "≥ 1");
        if (KeepNightDays <= LookBackDays)
            throw new WrongSettingException("night.keep_night_days", "> look_back_days");
    }
}
