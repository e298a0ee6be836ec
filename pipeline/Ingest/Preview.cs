using System.Globalization;
using Hotspot.Language;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>What a file allows and what it does not, in plain words, for <c>load</c> and <c>load --dry-run</c>.</summary>
public static class Preview
{
    /// <param name="reading">Read to its end.</param>
    public static IReadOnlyList<string> Lines(FileReading reading, Phrasebook phrases)
    {
        var sum = reading.Summary;
        var lines = new List<string>
        {
            phrases.Say(
                "ingest.preview.file",
                ("file", reading.FileName),
                ("source", reading.Profile.Name),
                ("read", sum.Read),
                ("complaints", sum.Complaints),
                ("rejected", sum.Rejected)
            ),
        };
        foreach (var (reason, rows) in sum.RejectedBy)
            lines.Add(phrases.Say("ingest.preview.rejected", ("reason", phrases[$"ingest.reject.{Snake.Code(reason)}"]), ("rows", rows)));
        if (sum.Complaints > 0)
            Allowed(lines, sum, phrases);
        if (reading.Mapping.Unmatched.Count > 0)
            lines.Add(phrases.Say("ingest.preview.unmatched", ("columns", string.Join("、", reading.Mapping.Unmatched))));
        foreach (var sheet in sum.SkippedSheets)
            lines.Add(phrases.Say("ingest.preview.skipped", ("sheet", sheet.Name), ("rows", sheet.Rows)));
        return lines;
    }

    private static void Allowed(List<string> lines, FileSummary sum, Phrasebook phrases)
    {
        void Say(string key, long rows) =>
            lines.Add(phrases.Say($"ingest.preview.{key}", ("rows", rows), ("share", Share(rows, sum.Complaints))));

        lines.Add(phrases.Say("ingest.preview.span", ("first", Day(sum.FirstOn)), ("last", Day(sum.LastOn))));
        foreach (var (stream, rows) in sum.Streams)
            lines.Add(phrases.Say("ingest.preview.stream", ("stream", Snake.Code(stream)), ("rows", rows)));
        Say(
            sum.WithHour == sum.Complaints ? "hours_all"
                : sum.WithHour == 0 ? "hours_none"
                : "hours_some",
            sum.WithHour
        );
        if (sum.WithCoordinate > 0)
            Say("points_some", sum.WithCoordinate);
        else
            Say(sum.WithPlaceText > 0 ? "points_text" : "points_none", sum.WithPlaceText);
        Say(sum.WithCallerKey > 0 ? "callers_some" : "callers_none", sum.WithCallerKey);
        if (sum.DistrictUnknown > 0)
            Say("districts", sum.DistrictUnknown);
        if (sum.WithoutId > 0)
            Say("ids", sum.WithoutId);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Share(long rows, long of) => (100.0 * rows / of).ToString("0.#", CultureInfo.InvariantCulture);
}
