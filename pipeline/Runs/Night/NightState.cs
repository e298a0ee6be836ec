using System.Text.Json;
using Hotspot.Outputs;
using Hotspot.Settings;

namespace Hotspot.Runs.Night;

/// <summary>How the last night went (<c>runs/night.json</c>): written when it begins and when it ends, so that one that was killed shows.</summary>
/// <param name="FinishedAt">Null: it is at work, or did not come to its end.</param>
/// <param name="Failed">Step that failed, <paramref name="Code"/> why; null: none did.</param>
/// <param name="Told">Alarms that somebody was told of, with the last night that had them.</param>
public sealed record NightState(
    DateOnly AsOf,
    DateTime StartedAt,
    DateTime? FinishedAt,
    string? Failed,
    string? Code,
    int NewAlarms,
    IReadOnlyList<UnreadableFile> Unreadable,
    IReadOnlyDictionary<string, DateOnly> Told
)
{
    /// <summary>The first night made by a run that did not come to its end: drafts due since may not be written, its alarms not told. Null: nothing is owed.</summary>
    public DateOnly? Owed { get; init; }

    /// <summary>Words of <see cref="Code"/>; null where nothing failed, or the error has none.</summary>
    public string? Cause { get; init; }

    /// <summary>Null: no night has run.</summary>
    public static NightState? Read(Home home) =>
        File.Exists(home.NightFile) ? JsonSerializer.Deserialize<NightState>(File.ReadAllText(home.NightFile), JsonText.Options) : null;

    public void Write(Home home) => AtomicFile.Write(home.NightFile, stream => JsonText.Write(this, stream));
}
