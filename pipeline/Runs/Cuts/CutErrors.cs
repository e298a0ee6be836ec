using System.Globalization;
using Hotspot.Language;
using Hotspot.Privacy;

namespace Hotspot.Runs.Cuts;

/// <summary>What is wrong with a cut, in words; what a person typed is masked before it is repeated.</summary>
internal static class CutErrors
{
    /// <summary>Names equally near that are told.</summary>
    public const int MostNear = 4;

    private const int Listed = 12;

    /// <param name="known">Values that would have been right; the nearest is named, or the first few.</param>
    /// <param name="at">Which of the values of the option it is, of how many.</param>
    public static OperatorException Unknown(string option, string value, IReadOnlyCollection<string> known, int at, int values)
    {
        var shown =
            Shown(value) != value && values > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Shown(value)} [{at}]") : Shown(value);
        return Nearest.All(value, known).Take(MostNear).ToList() is { Count: > 0 } nearest
            ? new(ExitCode.WrongUse, "cut_value_near", ("option", option), ("value", shown), ("nearest", string.Join('、', nearest)))
            : new(ExitCode.WrongUse, "cut_value_unknown", ("option", option), ("value", shown), ("known", First(known)));
    }

    public static OperatorException Wrong(string option, string value, string expected) =>
        new(ExitCode.WrongUse, "cut_value_wrong", ("option", option), ("value", Shown(value)), ("expected", expected));

    public static OperatorException Clash(string code, params (string Name, object? Value)[] places) =>
        new(ExitCode.WrongUse, "cut_" + code, places);

    /// <summary>At most 40 characters, on one line, masked.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return Masking.Mask(line.Length > 40 ? line[..40] + "…" : line);
    }

    /// <summary>The first few of what there is.</summary>
    public static string First(IReadOnlyCollection<string> known) =>
        known.Count == 0
            ? "—"
            : string.Join(' ', known.Take(Listed))
                + (known.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $" … ({known.Count})") : "");
}
