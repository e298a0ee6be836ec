using Hotspot.Calendar;

namespace Hotspot.Settings;

/// <summary>Which callbacks make the rate.</summary>
public enum CallbackCounting
{
    /// <summary>A number was dialled.</summary>
    Dialled,

    /// <summary>Somebody picked up.</summary>
    Reached,

    /// <summary>Whether it was resolved and how satisfied the citizen is were both answered.</summary>
    Valid,
}

/// <summary>How callbacks are made (回访): the block <c>callback</c> of <c>settings.json</c>.</summary>
public sealed record CallbackSettings
{
    /// <summary>The period whose orders are one cohort.</summary>
    public PeriodKind Period { get; init; } = PeriodKind.Weekly;

    /// <summary>Least share of a cohort to be called back, above 0, at most 1.</summary>
    public double Target { get; init; } = 0.2;

    public CallbackCounting Counting { get; init; } = CallbackCounting.Valid;

    /// <summary>Workdays after the period until its cohort closes, from 1.</summary>
    public int WindowWorkdays { get; init; } = 5;

    /// <summary>Attempts at one order, from 1.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Share of calls that count, assumed as long as four weeks hold fewer than 30 attempts; above 0, at most 1.</summary>
    public double AssumedContactRate { get; init; } = 0.5;

    /// <summary>Least share of each street's orders, above 0, at most 1; null: none.</summary>
    public double? StreetMinimum { get; init; }

    /// <summary>Streets behind in coverage are drawn up to twice as often as the others.</summary>
    public bool FavourLagging { get; init; } = true;

    /// <summary>Days after which a call sheet is sealed and deleted, from 1.</summary>
    public int KeepSheetDays { get; init; } = 7;

    /// <exception cref="WrongSettingException">A value is out of bounds.</exception>
    public void Check()
    {
        if (Target is not (> 0 and <= 1))
            throw new WrongSettingException("callback.target", "> 0, ≤ 1");
        if (AssumedContactRate is not (> 0 and <= 1))
            throw new WrongSettingException("callback.assumed_contact_rate", "> 0, ≤ 1");
        if (StreetMinimum is not (null or (> 0 and <= 1)))
            throw new WrongSettingException("callback.street_minimum", "null | > 0, ≤ 1");
        if (WindowWorkdays < 1)
            throw new WrongSettingException("callback.window_workdays", "≥ 1");
        if (Attempts < 1)
            throw new WrongSettingException("callback.attempts", "≥ 1");
        if (KeepSheetDays < 1)
            throw new WrongSettingException("callback.keep_sheet_days", "≥ 1");
    }
}
