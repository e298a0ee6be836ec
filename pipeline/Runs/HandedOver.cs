using System.Globalization;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The end of a home: when its keys were destroyed. Keys that are put back from a backup make it a home like any other.</summary>
internal static class HandedOver
{
    private const string Form = "O";

    /// <summary>Null: it was not handed over.</summary>
    public static DateOnly? On(Home home) =>
        File.Exists(home.HandedOverFile)
        && !(Directory.Exists(home.Keys) && Directory.EnumerateFiles(home.Keys).Any())
        && DateOnly.TryParseExact(File.ReadAllText(home.HandedOverFile).Trim(), Form, out var day)
            ? day
            : null;

    /// <exception cref="OperatorException">The home was handed over: nothing of it can be written or opened any more (exit 4).</exception>
    public static void Refuse(Home home)
    {
        if (On(home) is { } day)
            throw new OperatorException(ExitCode.Missing, "handed_over", ("day", day.ToString(Form, CultureInfo.InvariantCulture)));
    }

    public static void Mark(Home home, DateOnly today) =>
        AtomicFile.Write(
            home.HandedOverFile,
            stream =>
            {
                using var text = new StreamWriter(stream, leaveOpen: true);
                text.WriteLine(today.ToString(Form, CultureInfo.InvariantCulture));
            }
        );
}
