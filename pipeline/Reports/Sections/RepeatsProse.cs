using System.Globalization;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The part of 六、热点问题 on what comes again: 重复诉求 by the same callers, and incidents near and soon after others.</summary>
internal static class RepeatsProse
{
    private const int DistrictsOnPaper = 5;
    private const string Source = "Grouping/repeats.sql, Hotspots/Recurrence/Repeats";
    private const string TimesSource = "Grouping/repeat_times.sql, Hotspots/Statistics/KaplanMeier";
    private const string NearSource = "Grouping/located_incidents.sql, Hotspots/Recurrence/Knox";
    private const int MostNamed = 3;

    /// <summary>A cell with fewer pairs may be significant; nobody would act on it.</summary>
    private const long LeastPairs = 10;

    public static IEnumerable<Block> Own(Analysis a, Draft draft, Dates dates)
    {
        if (a.Repeats.FirstOrDefault(unit => unit.Level == "city") is not { } city)
        {
            yield return new Paragraph(draft.Say("repeats.untraced"));
            yield break;
        }
        yield return new Paragraph(Draft.Join(Rate(city, draft), High(a, draft)));
        yield return OverviewSection.Note(Returned(city, a, draft, dates));
    }

    private static Prose Rate(Repeat city, Draft draft) =>
        draft.Say(
            "repeats.rate",
            ("all", draft.Count("repeats.caller_issues", city.CallerIssues, Source)),
            ("repeated", draft.Count("repeats.repeated", city.Repeated, Source)),
            ("rate", draft.Percent("repeats.rate", city.RepeatRate, Source)),
            ("low", draft.Percent("repeats.rate_low", city.RateLow, Source)),
            ("high", draft.Percent("repeats.rate_high", city.RateHigh, Source))
        );

    private static Prose Returned(Repeat city, Analysis a, Draft draft, Dates dates)
    {
        if (city is { Returned: { } returned, Closings: > 0, Within7: { } soon, Within30: { } month })
            return draft.Say(
                "repeats.returned",
                ("returned", draft.Count("repeats.returned", returned, Source)),
                ("span", dates.Span(a.Trailing.From, a.Trailing.LastDay)),
                ("closings", draft.Count("repeats.closings", city.Closings, TimesSource, "unit.groups")),
                ("soon", draft.Percent("repeats.within_7", soon, TimesSource)),
                ("month", draft.Percent("repeats.within_30", month, TimesSource))
            );
        return draft.Say("repeats.no_closings");
    }

    private static Prose High(Analysis a, Draft draft)
    {
        var high = a
            .Repeats.Where(unit => unit is { IsHigh: true, Level: not "city" })
            .OrderBy(unit => unit.Level, StringComparer.Ordinal)
            .ThenBy(unit => unit.QValue)
            .ThenByDescending(unit => unit.RepeatRate)
            .ToList();
        return high.Count > 0
                ? draft.Say(
                    "repeats.high",
                    (
                        "list",
                        draft.List(
                            high.Take(MostNamed)
                                .Select(
                                    (unit, i) =>
                                        draft.Say(
                                            "repeats.high_one",
                                            ("unit", unit.District + unit.Street),
                                            ("rate", draft.Percent(Id("repeats.high", i), unit.RepeatRate, Source))
                                        )
                                ),
                            "separator.enumeration"
                        )
                    ),
                    (
                        "more",
                        high.Count > MostNamed
                            ? draft.Say(
                                "repeats.high_more",
                                ("count", draft.Count("repeats.high_count", high.Count, Source, "unit.streets"))
                            )
                            : ""
                    )
                )
            : a.Repeats.Any(unit => unit.QValue is not null) ? draft.Say("repeats.even")
            : draft.Say("repeats.areas_untested");
    }

    /// <summary>By issue, the cell that stands out most; the pairs of all issues together only where no issue has one.</summary>
    public static Prose Near(Analysis a, Draft draft, Dates dates)
    {
        if (a.NearRepeats.Count == 0)
            return draft.Say("near_repeats.untested", ("days", NearRepeats.LeastDays), ("least", new NearRepeatSettings().LeastIncidents));
        var found = a
            .NearRepeats.Where(cell => cell is { IsNearRepeat: true, Observed: >= LeastPairs })
            .GroupBy(cell => cell.Issue)
            .Select(issue => issue.MaxBy(cell => cell.Ratio)!)
            .OrderBy(cell => cell.Issue is null)
            .ThenByDescending(cell => cell.Ratio)
            .ThenBy(cell => cell.Issue, StringComparer.Ordinal)
            .ToList();
        if (found.Any(cell => cell.Issue is not null))
            found.RemoveAll(cell => cell.Issue is null);
        return found.Count == 0
            ? draft.Say("near_repeats.none")
            : draft.Say(
                "near_repeats.found",
                ("last", dates.MonthDay(found[0].UntilOn)),
                (
                    "days",
                    draft.Count("near_repeats.days", found[0].UntilOn.DayNumber - found[0].FromOn.DayNumber + 1, NearSource, "unit.days")
                ),
                ("list", draft.List(found.Take(MostNamed).Select((cell, i) => One(cell, i, draft)), "separator.clause"))
            );
    }

    private static Prose One(NearRepeat cell, int i, Draft draft) =>
        draft.Say(
            "near_repeats.one",
            ("issue", cell.Issue ?? draft.Word("near_repeats.all")),
            (
                "days",
                cell.FromDay == cell.ToDay ? cell.ToDay : draft.Text("near_repeats.range", ("from", cell.FromDay), ("to", cell.ToDay))
            ),
            (
                "metres",
                cell.OverM < 0
                    ? draft.Word("near_repeats.same_place")
                    : draft.Text("near_repeats.within", ("from", (int)cell.OverM), ("to", (int)cell.UpToM))
            ),
            ("ratio", draft.Number(Id("near_repeats.ratio", i), cell.Ratio!.Value, 1, NearSource, "unit.times")),
            ("observed", draft.Count(Id("near_repeats.observed", i), cell.Observed, NearSource, "unit.pairs")),
            ("expected", draft.Number(Id("near_repeats.expected", i), cell.Expected, 2, NearSource, "unit.pairs"))
        );

    /// <returns>The table of districts and what it leaves out; nothing where no district is known.</returns>
    public static IEnumerable<Block> ByDistrict(Analysis a, Draft draft)
    {
        var districts = a.Repeats.Where(unit => unit.Level == "district").ToList();
        if (districts.Count == 0)
            return [];
        var table = draft.First(Table(districts, draft.NextTable(), draft), DistrictsOnPaper);
        var streets = a.Repeats.Where(unit => unit.Level == "street").ToList();
        var unknown =
            a.Repeats.Where(unit => unit.Level == "city").Sum(unit => unit.CallerIssues) - districts.Sum(unit => unit.CallerIssues);
        return [new TableBlock(table), .. Sheet(streets, draft), .. Tables.Unknown("repeats.unknown", unknown, table, Source, draft)];
    }

    private static IEnumerable<Block> Sheet(List<Repeat> streets, Draft draft) =>
        streets.Count == 0 ? [] : [draft.Whole(Table(streets, 0, draft))];

    private static ReportTable Table(List<Repeat> units, int number, Draft draft) =>
        new(
            "repeats",
            number,
            draft.Word("table.repeats"),
            draft.Word("sheet.repeats"),
            [
                draft.Column("district", CellFormat.Text, 1.2),
                draft.Detail("street", CellFormat.Text, 1.4),
                draft.Column("caller_issues", CellFormat.Count),
                draft.Column("repeated", CellFormat.Count),
                draft.Column("repeat_rate", CellFormat.Percent1),
                draft.Column("eb_rate", CellFormat.Percent1),
                draft.Column("returned", CellFormat.Count),
                draft.Detail("within_30", CellFormat.Percent1),
                draft.Detail("q_value", CellFormat.PValue),
                draft.Column("verdict", CellFormat.Text),
            ],
            [
                .. units
                    .OrderByDescending(unit => unit.EbRate)
                    .ThenBy(unit => unit.District, StringComparer.Ordinal)
                    .ThenBy(unit => unit.Street, StringComparer.Ordinal)
                    .Select(unit =>
                        (IReadOnlyList<object?>)
                            [
                                unit.District,
                                unit.Street,
                                unit.CallerIssues,
                                unit.Repeated,
                                unit.RepeatRate,
                                unit.EbRate,
                                unit.Returned,
                                unit.Within30,
                                unit.QValue,
                                draft.Word(
                                    unit.IsHigh switch
                                    {
                                        null => "repeats.verdict.untested",
                                        true => "repeats.verdict.high",
                                        false => "repeats.verdict.usual",
                                    }
                                ),
                            ]
                    ),
            ],
            draft.Word("note.repeats")
        )
        {
            PaperNote = draft.Word("note.repeats_paper"),
        };

    private static string Id(string name, int i) => string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}");
}
