using Hotspot.Hotspots.Warnings;

namespace Hotspot.Runs.Night;

public enum CatchUp
{
    /// <summary>The night of the day alone.</summary>
    None,

    /// <summary>The last night that the data reach.</summary>
    Latest,

    /// <summary>Every night since the last one that was made.</summary>
    All,
}

/// <param name="AsOf">The day on whose morning it runs; null: today.</param>
public sealed record NightRequest(DateOnly? AsOf = null, CatchUp CatchUp = CatchUp.All);

/// <summary>A file of the inbox that could not be loaded, and lies in <c>inbox/unreadable</c>.</summary>
/// <param name="Code">Of the error, <paramref name="Cause"/> its words; null in what an earlier release wrote.</param>
public sealed record UnreadableFile(string Name, string Code, string? Cause = null);

/// <param name="Path">kind/period.</param>
/// <param name="Code">Of the error, <paramref name="Cause"/> its words; null: it was written.</param>
public sealed record NightBulletin(string Path, string? Code, string? Cause = null);

/// <param name="Nights">Days whose nights were made; <paramref name="MadeAgain"/> those that stood and saw late rows.</param>
/// <param name="DaysBehind">From the last complaint to the day before; null: nothing is loaded.</param>
/// <param name="IsStale">The data are older than the settings allow (exit 4).</param>
/// <param name="NewAlarms">Alarms that nobody was told of before.</param>
/// <param name="HookFailed">The settings' command for alarms did not end well.</param>
/// <param name="Unopened">Files of the inbox that could not be opened and wait for the next night.</param>
/// <param name="PassedOver">What lies in the inbox and no load takes.</param>
public sealed record NightResult(
    DateOnly AsOf,
    LoadResult? Load,
    IReadOnlyList<UnreadableFile> Unreadable,
    IReadOnlyList<DateOnly> Nights,
    IReadOnlyList<DateOnly> MadeAgain,
    IReadOnlyList<NightBulletin> Bulletins,
    IReadOnlyList<Alarm> NewAlarms,
    int Alarms,
    int? DaysBehind,
    bool IsStale,
    bool HookFailed,
    int Pruned,
    IReadOnlyList<string> SheetsSealed,
    IReadOnlyList<string> Unopened,
    IReadOnlyList<string> PassedOver
)
{
    /// <summary>Rows of an earlier load that wait in the store because too many others were rejected; null: none do, or this night's load says so.</summary>
    public HeldLoad? Held { get; init; }

    /// <summary>Days of the last weeks that the data lack.</summary>
    public IReadOnlyList<DateOnly> DaysMissing { get; init; } = [];

    public bool GateFailed => Load is { GateFailed: true } || Held is not null;
}
