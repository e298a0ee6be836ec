using Hotspot.Ingest;
using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>Tells how far the content of a file can be trusted: only what is not as it should be, each with what follows from it.</summary>
internal static class QualityTelling
{
    private const int WordsShown = 5;

    /// <summary>Something that the reader should know even where many files are told together.</summary>
    public static bool IsDoubtful(FileQuality q) =>
        q.TimesHeaped
        || q.TimesShifted
        || q.Bursts.Count > 0
        || q.IdsWithLostDigits > 0
        || q.ImplausiblyLate > 0
        || Many(q.DistrictUnrecognised, q)
        || Many(q.StreetDropped, q)
        || Many(q.RowsWith("coordinate_outside_city"), q);

    /// <summary>More than one row in twenty.</summary>
    private static bool Many(long rows, FileQuality q) => rows * 20 > q.Complaints;

    public static IEnumerable<string> Lines(Desk desk, FileQuality q, string? city)
    {
        string Told(string key, long rows) =>
            desk.Phrase($"cli.quality.{key}", ("count", Wording.Count(rows)), ("share", Wording.Share(rows, q.Complaints)));

        if (q.Complaints == 0)
            yield break;
        yield return Told("points", q.WithPoint);
        if (q.RowsWith("coordinate_outside_city") is > 0 and var outside)
            yield return desk.Phrase(
                Many(outside, q) ? "cli.quality.outside" : "cli.quality.outside_few",
                ("city", city ?? desk.Phrase("cli.none")),
                ("count", Wording.Count(outside)),
                ("share", Wording.Share(outside, q.Complaints))
            );
        if (q.DistrictUnrecognised > 0)
            yield return desk.Phrase(
                "cli.quality.districts",
                ("count", Wording.Count(q.DistrictUnrecognised)),
                ("names", Words(desk, q.UnknownDistricts, q.DistrictUnrecognised)),
                ("told", Wording.Count(q.DistrictTold))
            );
        if (q.StreetDropped > 0)
            yield return Told("streets", q.StreetDropped);
        if (q.Unmapped.Count > 0)
            yield return desk.Phrase(
                "cli.quality.unmapped",
                ("fields", desk.List(q.Unmapped.Select(field => $"{Title(desk, field.Field)}: {Words(desk, field.Words, field.Rows)}")))
            );
        if (q.RowsWith("place_from_content") is > 0 and var spoken)
            yield return Told("spoken", spoken);
        if (q.TimesShifted)
            yield return desk.Phrase("cli.quality.shifted");
        if (q.TimesHeaped && q.HeapedShare is { } heaped)
            yield return desk.Phrase("cli.quality.heaped", ("share", Wording.Share((long)Math.Round(heaped * 10_000), 10_000)));
        foreach (var burst in q.Bursts)
            yield return desk.Phrase("cli.quality.burst", ("at", Wording.Time(burst.At)), ("count", Wording.Count(burst.Rows)));
        if (q.ImplausibleOrder > 0)
            yield return Told("order", q.ImplausibleOrder);
        if (q.ImplausiblyLate is > 0 and var late)
            yield return Told("late", late);
        if (q.IdsWithLostDigits > 0)
            yield return Told("digits", q.IdsWithLostDigits);
        if (q.IdsMissing - q.IdsWithLostDigits is > 0 and var missing)
            yield return Told("no_id", missing);
        if (q.Duplicates is > 0 and var duplicates)
            yield return Told("duplicates", duplicates);
        if (q.NamesMended > 0)
            yield return desk.Phrase("cli.quality.mended", ("count", Wording.Count(q.NamesMended)));
        if (q.PhonesMasked + q.PhonesWithheld is > 0 and var hidden)
            yield return Told("phones", hidden);
        if (q.RowsFlagged("cell_without_header") is > 0 and var nameless)
            yield return Told("nameless", nameless);
        if (q.ClocksUnreadable > 0)
            yield return Told("clock", q.ClocksUnreadable);
        if (q.RowsFlagged("status_unknown_value") is > 0 and var statusless)
            yield return Told("status", statusless);
        if (q.FormulaErrors > 0)
            yield return Told("formula", q.FormulaErrors);
    }

    /// <summary>The first few words with their rows, … where there are more.</summary>
    private static string Words(Desk desk, IReadOnlyList<WordCount> words, long rows)
    {
        var first = words.Take(WordsShown).ToList();
        return desk.List(first.Select(word => $"{word.Word} {Wording.Count(word.Rows)}"))
            + (first.Sum(word => word.Rows) < rows ? "…" : "");
    }

    /// <summary>状态: the words before the colon of what the form says of the field.</summary>
    private static string Title(Desk desk, string field) => desk.Phrase($"field.{field}").Split('：', ':')[0];
}
