using Hotspot.Hotspots;
using Hotspot.Hotspots.Trends;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The sentences of 四、高发区域 on how streets and cells became hot: how many, which, and the weeks behind each word.</summary>
internal static class EvolutionProse
{
    private const string Source = "Grouping/street_weeks.sql, Grouping/coordinate_weeks.sql, Hotspots/Trends/EmergingCells";
    private const int MostNamed = 3;

    /// <summary>Smaller p-values would print as zero.</summary>
    private const double LeastPrinted = 0.001;

    /// <summary>Changes; a lasting or scattered hot spot is no news.</summary>
    private static readonly string[] Changes = ["new", "worse", "easing"];

    public static Prose Write(Analysis a, Draft draft, Dates dates)
    {
        var evolution = a.Evolution;
        if (evolution.Steps is not { } steps)
            return draft.Say("areas.trend_untested", ("least", WeekSteps.Least));
        var streets = evolution.Cells.Where(cell => cell.Scale == Evolution.StreetScale).ToList();
        var text = draft.Say(
            "areas.trend_streets",
            ("last", dates.Day(steps.LastDay)),
            ("weeks", draft.Count("trend.steps", steps.Count, Source, "unit.weeks")),
            ("streets", draft.Count("trend.streets", streets.Count, Source, "unit.streets")),
            ("list", Counts(streets, "trend.streets", "unit.streets", draft))
        );
        var changed = streets.Where(cell => Changes.Contains(TrendWord.Of(cell))).ToList();
        text = Draft.Join(
            text,
            changed.Count == 0
                ? draft.Say("areas.trend_no_change")
                : draft.Say(
                    "areas.trend_named",
                    (
                        "list",
                        draft.List(
                            changed
                                .OrderBy(cell => Array.IndexOf(Changes, TrendWord.Of(cell)))
                                .ThenByDescending(cell => cell.LastZ)
                                .ThenBy(cell => cell.CellId, StringComparer.Ordinal)
                                .Take(MostNamed)
                                .Select((cell, i) => One(cell, $"trend.named.{i + 1}", draft)),
                            "separator.clause"
                        )
                    ),
                    (
                        "more",
                        changed.Count > MostNamed
                            ? draft.Say("areas.trend_more", ("count", draft.Count("trend.changed", changed.Count, Source, "unit.streets")))
                            : ""
                    )
                )
        );
        var hexes = evolution.Cells.Where(cell => cell.Scale == evolution.HexScale).ToList();
        return Draft.Join(
            text,
            hexes.Count == 0
                ? evolution.CoordinatesAreNew
                    ? draft.Say("areas.trend_new_cells", ("least", WeekSteps.Least))
                    : draft.Say("areas.trend_few_cells")
                : draft.Say(
                    "areas.trend_cells",
                    ("scale", draft.Word($"trend_scale.{evolution.HexScale}")),
                    ("cells", draft.Count("trend.cells", hexes.Count, Source, "unit.cells")),
                    ("list", Counts(hexes, "trend.cells", "unit.cells", draft))
                )
        );
    }

    private static Prose Counts(List<EmergingCell> cells, string id, string unit, Draft draft)
    {
        var found = ((string[])["new", "worse", "lasting", "easing", "scattered"])
            .Select(word => (Word: word, Count: cells.Count(cell => TrendWord.Of(cell) == word)))
            .Where(of => of.Count > 0)
            .Select(of =>
                draft.Say(
                    "areas.trend_count",
                    ("word", draft.Word($"trend.{of.Word}")),
                    ("count", draft.Count($"{id}.{of.Word}", of.Count, Source, unit))
                )
            )
            .ToList();
        return found.Count == 0 ? draft.Say("areas.trend_none") : draft.List(found, "separator.enumeration");
    }

    private static Prose One(EmergingCell cell, string id, Draft draft) =>
        draft.Say(
            "areas.trend_one",
            ("name", cell.District + cell.Street),
            ("word", draft.Word($"trend.{TrendWord.Of(cell)}")),
            ("steps", draft.Count(id + ".steps", cell.Steps, Source, "unit.weeks")),
            ("hot", draft.Count(id + ".hot", cell.HotSteps, Source, "unit.weeks")),
            (
                "trend",
                cell.TrendP < LeastPrinted
                    ? draft.Say("areas.trend_sure")
                    : draft.Say("areas.trend_p", ("p", draft.Number(id + ".p", cell.TrendP, 3, Source)))
            )
        );
}
