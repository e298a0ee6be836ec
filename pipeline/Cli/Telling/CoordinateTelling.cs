using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>Tells a file whose points are written in another coordinate system than its source declares, and which setting mends it.</summary>
internal static class CoordinateTelling
{
    public static IEnumerable<string> Of(Desk desk, FileResult file)
    {
        if (file.Coordinates is not { Likely: { } likely } found)
            yield break;
        yield return desk.Phrase(
            "cli.coordinates.off",
            ("declared", desk.Phrase($"cli.coordinates.{CodeOf(found.Declared)}")),
            ("likely", desk.Phrase($"cli.coordinates.{CodeOf(likely)}")),
            ("shift", found.ShiftM is { } metres ? desk.Phrase("cli.coordinates.shift", ("metres", Math.Round(metres))) : ""),
            ("points", Wording.Count(found.DecidingPoints)),
            ("share_declared", Share(desk, found.ShareDeclared)),
            ("share_likely", Share(desk, found.ShareLikely)),
            ("units", Wording.Count(found.Units))
        );
        yield return desk.Phrase(
            "cli.coordinates.remedy",
            ("source", file.Source),
            ("code", CodeOf(likely)),
            ("file", desk.Home.SettingsFile)
        );
    }

    /// <summary>The finding as <c>--json</c> gives it; null where nothing was looked at.</summary>
    public static object? Fields(FileResult file) =>
        file.Coordinates is not { } found
            ? null
            : new
            {
                Declared = CodeOf(found.Declared),
                Likely = found.Likely is { } likely ? CodeOf(likely) : null,
                found.DecidingPoints,
                ShareDeclared = Rounded(found.ShareDeclared),
                ShareLikely = Rounded(found.ShareLikely),
                found.Units,
                ShiftM = found.ShiftM is { } metres ? (double?)Math.Round(metres) : null,
            };

    private static double? Rounded(double? share) => share is { } known ? Math.Round(known, 4) : null;

    private static string Share(Desk desk, double? share) =>
        share is { } known ? Wording.Share((long)Math.Round(known * 1000), 1000) : desk.Phrase("cli.none");

    /// <summary>As the settings write it: gcj02.</summary>
    private static string CodeOf(Enum system) => system.ToString().ToLowerInvariant();
}
