using Hotspot.Hotspots.Warnings;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>
/// The early warnings of 八、预警与研判 for people: one list of what is unusual in the last days, an area and issue once, whatever told of it, and a district
/// only where none of its streets is named for the same.
/// </summary>
public static class WarningsProse
{
    /// <summary>More than these nobody follows up; the others stand in the workbook.</summary>
    public const int Budget = 20;
    private const int MostNamed = 3;
    private const string Source = "Grouping/warning_counts.sql, Hotspots/Warnings/EarlyWarnings";

    /// <summary>Methods that tell the same kind of thing; the last one asks for the shortest history.</summary>
    private static readonly string[][] Views =
    [
        ["c2"],
        ["farrington", "nb_glm"],
        ["cusum", "ewma"],
    ];

    /// <param name="Strongest">Row with the highest score.</param>
    /// <param name="Methods">All that told of it.</param>
    /// <param name="Districts">Above 1: it goes through so many districts, and the row has their sums.</param>
    public sealed record Told(EarlyWarning Strongest, IReadOnlyList<string> Methods, int Districts = 1);

    /// <summary>What so many districts have at once is a season or a change of the whole city: one line, no lead to any of them.</summary>
    private const int CityWide = 5;

    public static IReadOnlyList<Told> Merged(IReadOnlyList<EarlyWarning> rows)
    {
        var told = rows.Where(row => row.IsAlarm == true)
            .GroupBy(row => (row.District, row.Street, row.Issue, row.Direction))
            .Select(same => new Told(same.MinBy(row => row.Rank)!, [.. same.Select(row => row.Method).Distinct()]))
            .ToList();
        var named = told.Where(one => one.Strongest.Street is not null)
            .Select(one => (one.Strongest.District, one.Strongest.Issue, one.Strongest.Direction))
            .ToHashSet();
        var ofCity = told.Where(IsOfCity).Select(one => (one.Strongest.Issue, one.Strongest.Direction)).ToHashSet();
        var wide = told.Where(one => one.Strongest is { Street: null, District: not null })
            .GroupBy(Change)
            .Where(districts => districts.Count() >= CityWide)
            .ToDictionary(districts => districts.Key, districts => Sum([.. districts]));
        return
        [
            .. told.Where(one =>
                    one.Strongest.Street is not null
                    || IsOfCity(one)
                    || (
                        !wide.ContainsKey(Change(one))
                        && !named.Contains((one.Strongest.District, one.Strongest.Issue, one.Strongest.Direction))
                    )
                )
                // The city itself says what the sum of its districts would.
                .Concat(wide.Values.Where(one => !ofCity.Contains((one.Strongest.Issue, one.Strongest.Direction))))
                .OrderBy(one => one.Strongest.Rank),
        ];
    }

    /// <summary>Of the whole city, by its own series or as the sum of many districts.</summary>
    internal static bool IsWide(Told one) => one.Districts > 1 || IsOfCity(one);

    private static bool IsOfCity(Told one) => one.Strongest.Level == "city";

    /// <summary>What can be the same in many districts: the same days, so that counts may be added up.</summary>
    private static (string?, string?, DateOnly?, DateOnly) Change(Told one) =>
        (one.Strongest.Issue, one.Strongest.Direction, one.Strongest.SinceOn, one.Strongest.UntilOn);

    private static Told Sum(IReadOnlyList<Told> districts) =>
        new(
            districts.MinBy(one => one.Strongest.Rank)!.Strongest with
            {
                District = null,
                Observed = districts.Sum(one => one.Strongest.Observed),
                Expected = districts.Sum(one => one.Strongest.Expected),
                Upper = null,
            },
            [.. districts.SelectMany(one => one.Methods).Distinct()],
            districts.Count
        );

    /// <param name="told">What <see cref="Merged"/> gives of the bulletin's warnings.</param>
    /// <param name="table">Number of the list of alarms, which has them all.</param>
    public static Prose Write(Analysis a, IReadOnlyList<Told> told, int? table, Draft draft, Dates dates)
    {
        var rows = a.Warnings;
        List<string[]> Untested(string reason) => [.. Views.Where(view => rows.Any(row => row.Method == view[^1] && row.Reason == reason))];
        var (tooShort, missing) = (Untested("short_history"), Untested("days_missing"));
        if (tooShort.Count == Views.Length || (missing.Count == 0 && rows.All(row => row.Tests == 0)))
            return draft.Say(tooShort.Count == Views.Length ? "warnings.untested" : "warnings.few");
        var tests = draft.Count("warnings.tests", rows[0].Tests, Source, "unit.tests");
        var last = ("last", (object?)dates.MonthDay(a.Spans.Current.LastDay));
        string List(IEnumerable<string[]> views) =>
            string.Join(draft.Word("separator.enumeration"), views.Select(view => draft.Word($"warnings.view.{view[0]}")));
        var done = ("views", (object?)List(Views.Except(tooShort).Except(missing)));
        var history =
            (tooShort.Count == 0 ? "" : draft.Text("warnings.partly", ("list", List(tooShort))))
            + (missing.Count == 0 ? "" : draft.Text("warnings.missing", ("list", List(missing))));
        DateOnly[] gaps = [.. a.Spans.EmptyDays.Where(day => day > a.Spans.Current.LastDay.AddDays(-7))];
        if (gaps.Length > 0 && !tooShort.Concat(missing).Any(view => view[^1] == "nb_glm"))
            history += draft.Text(
                "warnings.reduced",
                ("days", string.Join(draft.Word("separator.enumeration"), gaps.Select(dates.MonthDay)))
            );
        return told.Count == 0
            ? draft.Say(
                "warnings.none",
                last,
                done,
                ("tests", tests),
                ("except", IsToldOfAreas(a) ? draft.Word("warnings.except") : ""),
                ("history", history)
            )
            : draft.Say(
                "warnings.told",
                last,
                done,
                ("tests", tests),
                ("count", draft.Count("warnings.count", told.Count, Source, "unit.warnings")),
                (
                    "list",
                    draft.List(told.Take(MostNamed).Select((one, i) => One(one, $"warnings.{i + 1}", draft, dates)), "separator.clause")
                ),
                ("table", table),
                (
                    "caution",
                    (told.Any(one => one.Strongest.Direction == "down") ? draft.Word("warnings.caution") : "")
                        + (told.Any(one => one.Strongest.SeasonalFactor is null) ? draft.Word("warnings.no_season") : "")
                ),
                ("more", told.Count > Budget ? draft.Say("warnings.more", ("top", Budget)) : ""),
                ("history", history)
            );
    }

    /// <summary>Other sections tell of areas that are more or less than usual, by tests of their own.</summary>
    private static bool IsToldOfAreas(Analysis a) =>
        a.Areas.Any(area => area.Issue is null && (area.IsHot == true || area.IsRising == true || area.ChangeQValue <= Draft.Significant));

    private static Prose One(Told one, string id, Draft draft, Dates dates)
    {
        var row = one.Strongest;
        return draft.Say(
            row.Direction == "up" ? "warnings.one" : "warnings.one_fall",
            ("area", Area(one, draft)),
            ("issue", row.Issue),
            ("days", Days(row, dates)),
            ("observed", draft.Count(id + ".observed", row.Observed!.Value, Source, "unit.incidents")),
            ("expected", draft.Number(id + ".expected", row.Expected!.Value, 1, Source, "unit.incidents"))
        );
    }

    internal static string Days(EarlyWarning row, Dates dates) =>
        row.SinceOn == row.UntilOn ? dates.MonthDay(row.UntilOn) : dates.Span(row.SinceOn!.Value, row.UntilOn);

    internal static string Area(Told one, Draft draft) =>
        one.Districts > 1 ? draft.Text("warnings.districts", ("count", one.Districts))
        : IsOfCity(one) ? draft.Word("warnings.city")
        : one.Strongest.District + one.Strongest.Street;

    internal static IEnumerable<string> Words(Told one, Draft draft) =>
        Views.Where(view => view.Any(one.Methods.Contains)).Select(view => draft.Word($"warning.{view[0]}_{one.Strongest.Direction}"));
}
