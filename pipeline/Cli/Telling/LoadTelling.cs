using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Runs;
using Hotspot.Runs.Night;
using Spectre.Console;

namespace Hotspot.Cli.Telling;

/// <summary>Tells a load: the ledger as a table, then for each file what it allows, what it lacks and how to get it, and its rejected rows.</summary>
internal static class LoadTelling
{
    /// <summary>More files than this are told together.</summary>
    private const int FilesToldApart = 3;

    /// <summary>With fewer than one point in so many complaints there is nothing to map.</summary>
    private const int FewestPoints = 100;

    /// <summary>What lay beside the exports: which, why it is not loaded, and what to do.</summary>
    public static void TellPassedOver(Desk desk, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            desk.Say("cli.load.passed_over", ("count", names.Count), ("names", desk.List(names)));
    }

    public static void TellUnplaced(Desk desk, IReadOnlyList<UnplacedRow> rows)
    {
        foreach (var row in rows)
            desk.Say($"cli.load.unplaced.{row.Code}", ("file", row.Book), ("sheet", row.Sheet), ("row", row.Row), ("line", row.Line));
    }

    public static void TellReleased(Desk desk, HeldLoad released) =>
        desk.Say(
            "cli.load.released",
            ("files", released.Files),
            ("read", Wording.Count(released.Read)),
            ("rejected", Wording.Count(released.Rejected))
        );

    public static void TellHeld(Desk desk, HeldLoad held) =>
        desk.Say(
            "cli.status.held",
            ("files", held.Files),
            ("read", Wording.Count(held.Read)),
            ("rejected", Wording.Count(held.Rejected)),
            ("folder", desk.Home.Quarantine)
        );

    /// <summary>Each with its cause: one wants a new export, another a table for its header.</summary>
    public static void TellUnreadable(Desk desk, string key, IReadOnlyList<UnreadableFile> files)
    {
        desk.Say(key, ("files", desk.List(files.Select(file => file.Name))), ("folder", desk.Home.Unreadable));
        foreach (var file in files.Where(file => file.Cause is not null))
            desk.Say("cli.status.unreadable_cause", ("cause", file.Cause));
    }

    public static void TellMissing(Desk desk, IReadOnlyList<DateOnly> days)
    {
        if (days.Count > 0)
            desk.Say("cli.status.days_missing", ("days", desk.List(days.Select(day => Wording.Day(day)))));
    }

    public static void Tell(Desk desk, LoadResult result, bool dryRun)
    {
        desk.Draw(Ledger(desk, result.Files, dryRun));
        var apart = desk.Choices.Verbose || dryRun || result.Files.Count <= FilesToldApart;
        if (!apart)
        {
            desk.Blank();
            desk.Say("cli.load.together", ("files", result.Files.Count));
            Lines(
                desk,
                Allowance(
                    desk,
                    result.Files.Select(file => file.Allowance).Aggregate((a, b) => a.Plus(b)),
                    result.Files.Sum(Points),
                    result.Files.Sum(file => file.Quality?.DistrictUnrecognised ?? 0)
                )
            );
        }
        foreach (var file in result.Files.Where(file => apart || IsSpecial(file)))
        {
            desk.Blank();
            desk.Say("cli.load.file", ("name", file.Name), ("source", file.Source));
            Lines(desk, Allowance(desk, file.Allowance, Points(file), file.Quality?.DistrictUnrecognised ?? 0));
            if (file.Allowance.Complaints > 0 && !file.Columns.Any(column => column.Value is "content" or "title"))
                Lines(desk, [desk.Phrase("cli.allow.no_text")]);
            if (file.Quality is { } quality)
                Lines(desk, QualityTelling.Lines(desk, quality, file.City));
            Lines(desk, Rejected(desk, file));
            if (dryRun && file.Quality is { Untimed: > 0 } incomplete)
                Lines(desk, [desk.Phrase("cli.load.untimed", ("count", Wording.Count(incomplete.Untimed)))]);
            Lines(desk, CoordinateTelling.Of(desk, file));
            if (file.SkippedSheets is { Count: > 0 } skipped)
                Lines(desk, [desk.Phrase("cli.load.skipped_sheets", ("sheets", desk.List(skipped.Select(sheet => Skipped(desk, sheet)))))]);
            if (desk.Choices.Verbose || dryRun)
                Lines(desk, LayoutTelling.Lines(desk, file));
        }
    }

    /// <summary>Of many files only those are told apart that lack something the others have, or of which something was left out.</summary>
    private static bool IsSpecial(FileResult file) =>
        file.Rejected > 0
        || file.SkippedSheets is { Count: > 0 }
        || file.Allowance.WithCallTime == 0
        || file.Quality is { } quality && QualityTelling.IsDoubtful(quality)
        || file.Coordinates is { Likely: not null };

    private static string Skipped(Desk desk, SkippedSheet sheet) =>
        desk.Phrase("cli.load.skipped_sheet", ("name", sheet.Name), ("rows", Wording.Count(sheet.Rows)));

    private static void Lines(Desk desk, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            desk.Voice.WriteLine("  " + line);
    }

    /// <summary>One row a file and a total; on a dry run only what was read and rejected is known.</summary>
    private static Table Ledger(Desk desk, IReadOnlyList<FileResult> files, bool dryRun)
    {
        var table = new Table { Border = TableBorder.Markdown };
        table.AddColumn(new TableColumn(new Text(desk.Phrase("cli.load.column.name"))));
        var names = dryRun ? (string[])["read", "rejected"] : ["read", "inserted", "updated", "unchanged", "rejected"];
        foreach (var name in names)
            table.AddColumn(new TableColumn(new Text(desk.Phrase($"cli.load.column.{name}"))).RightAligned().NoWrap());
        foreach (var file in files)
            Row(file.Name, file.Read, file.Inserted, file.Updated, file.Unchanged, file.Rejected);
        if (files.Count > 1)
        {
            Row(
                desk.Phrase("cli.load.total"),
                files.Sum(f => f.Read),
                files.Sum(f => f.Inserted),
                files.Sum(f => f.Updated),
                files.Sum(f => f.Unchanged),
                files.Sum(f => f.Rejected)
            );
        }
        return table;

        void Row(string name, long read, long inserted, long updated, long unchanged, long rejected)
        {
            var counts = dryRun ? (long[])[read, rejected] : [read, inserted, updated, unchanged, rejected];
            table.AddRow([new Text(name), .. counts.Select(count => new Text(Wording.Count(count)))]);
        }
    }

    /// <param name="points">Rows that could be put on a point.</param>
    /// <param name="strangers">Rows with a district that no list knows.</param>
    private static IEnumerable<string> Allowance(Desk desk, FileAllowance a, long points, long strangers)
    {
        if (a.Complaints == 0)
        {
            yield return desk.Phrase("cli.allow.nothing");
            yield break;
        }
        var all = ("complaints", (object?)Wording.Count(a.Complaints));
        yield return desk.Phrase("cli.allow.span", all, ("first", Wording.Day(a.FirstOn)), ("last", Wording.Day(a.LastOn)));
        yield return Hours(desk, a);
        yield return Places(desk, a, points);
        yield return a.DistrictUnknown == a.Complaints && strangers == 0 ? desk.Phrase("cli.allow.no_district")
        : a.DistrictUnknown == 0 ? desk.Phrase("cli.allow.district_known")
        : desk.Phrase(
            "cli.allow.district_unknown",
            ("count", Wording.Count(a.DistrictUnknown)),
            ("share", Wording.Share(a.DistrictUnknown, a.Complaints))
        );
        yield return a.WithCallerKey == 0
            ? desk.Phrase("cli.allow.no_caller")
            : desk.Phrase("cli.allow.caller", ("share", Wording.Share(a.WithCallerKey, a.Complaints)));
    }

    /// <summary>What columns give, and whether it gives points: a place may also be told by the text alone, and a name that nobody knows gives none.</summary>
    private static string Places(Desk desk, FileAllowance a, long points)
    {
        var share = ("share", (object?)Wording.Share(a.WithCoordinate, a.Complaints));
        var places = ("places", (object?)Wording.Share(a.WithPlace, a.Complaints));
        var isMapped = points * FewestPoints >= a.Complaints;
        return (a.WithCoordinate, a.WithPlace, isMapped) switch
        {
            (0, 0, false) => desk.Phrase("cli.allow.no_place"),
            (0, 0, true) => desk.Phrase("cli.allow.spoken_place", ("share", Wording.Share(points, a.Complaints))),
            (0, _, true) => desk.Phrase("cli.allow.place_only", ("share", places.Item2)),
            (_, _, true) => desk.Phrase("cli.allow.coordinate", share, places),
            (_, _, false) => desk.Phrase("cli.allow.no_point", share, places),
        };
    }

    /// <summary>Rows that could be put on a point; where nobody counted, those whose columns should give one.</summary>
    private static long Points(FileResult file) =>
        file.Quality?.WithPoint ?? Math.Max(file.Allowance.WithCoordinate, file.Allowance.WithPlace);

    /// <summary>Peak hours need the time of the call; a later time shifts the peak, a bare date has no hour at all.</summary>
    private static string Hours(Desk desk, FileAllowance a)
    {
        var share = ("share", (object?)Wording.Share(a.WithHour, a.Complaints));
        if (a.WithHour == 0)
            return desk.Phrase("cli.allow.no_hour");
        if (a.WithCallTime == 0)
            return desk.Phrase("cli.allow.later_time", share);
        var call = ("call", (object?)Wording.Share(a.WithCallTime, a.Complaints));
        return a.WithHour < a.Complaints
            ? desk.Phrase("cli.allow.some_hours", share, call, ("count", Wording.Count(a.Complaints - a.WithHour)))
            : desk.Phrase("cli.allow.hours", share, call);
    }

    /// <summary>Reasons with their lines, of the rows that the result lists; the rest stand in quarantine. Never the text of a row.</summary>
    private static IEnumerable<string> Rejected(Desk desk, FileResult file)
    {
        if (file.Rejected == 0)
            yield break;
        yield return desk.Phrase(
            "cli.load.rejected",
            ("count", Wording.Count(file.Rejected)),
            ("share", Wording.Share(file.Rejected, file.Read))
        );
        foreach (
            var group in file
                .FirstRejected.GroupBy(row => (row.Reason, row.Column, Sheet: RowMapping.SheetOf(row.File)))
                .OrderBy(g => g.Min(row => row.Line))
        )
        {
            var column = group.Key.Column is { } name ? desk.Phrase("cli.load.rejected_column", ("column", name)) : "";
            yield return "  "
                + desk.Phrase(
                    "cli.load.rejected_rows",
                    ("reason", desk.Phrase($"reject.{Wording.Code(group.Key.Reason)}")),
                    ("column", column),
                    ("sheet", group.Key.Sheet is { } sheet ? desk.Phrase("cli.load.rejected_sheet", ("sheet", sheet)) : ""),
                    ("lines", desk.List(group.Select(row => row.Line).Order()))
                );
        }
        if (file.Rejected > file.FirstRejected.Count)
            yield return "  " + desk.Phrase("cli.load.rejected_more", ("count", Wording.Count(file.Rejected - file.FirstRejected.Count)));
    }
}
