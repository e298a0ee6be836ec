using System.Globalization;
using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>What differs between days, and the hour around which a day turns, where there is one.</summary>
internal static class DayPatterns
{
    private const string Source = "Grouping/day_incidents.sql, Hotspots/Peaks/DayEffects";
    private const int MostTold = 3;

    /// <summary>Below it a mean hour is significant, perhaps, but no hour that anybody would notice.</summary>
    private const double LeastResultant = 0.2;

    public static Prose Days(Analysis a, Draft draft)
    {
        var city = a.DayEffects.Where(row => row.ScopeLevel == "city").ToList();
        var weekdays = city.Where(row => row.Effect == "weekday").ToList();
        if (weekdays.Count == 0)
            return draft.Say("peaks.days_untested");
        // The trend is of all days that the regression has, holidays included.
        var days = ("days", draft.Count("peaks.effect_days", city.Single(row => row.Effect == "trend").Days, Source, "unit.days"));
        // Those whose own limits leave out 1, the farthest from it first.
        var told = weekdays
            .Where(row => weekdays[0].PValue <= Draft.Significant && (row.FactorLow > 1 || row.FactorHigh < 1))
            .OrderByDescending(row => Math.Abs(Math.Log(row.Factor)))
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .Take(MostTold)
            .ToList();
        var about =
            told.Count == 0
                ? draft.Say("peaks.days_even", days)
                : draft.Say(
                    "peaks.days_uneven",
                    days,
                    (
                        "list",
                        draft.List(
                            told.Select(row => Factor("peaks.weekday", row, draft, ("name", draft.Word($"weekday.{row.Name}")))),
                            "separator.clause"
                        )
                    )
                );
        return city.FirstOrDefault(row => row.Effect == "holiday") switch
        {
            null => about,
            { PValue: > Draft.Significant } => Draft.Join(about, draft.Say("peaks.holiday_even")),
            var holiday => Draft.Join(about, Factor("peaks.holiday", holiday, draft)),
        };
    }

    /// <summary>The issues with most incidents of which a day has one peak; null where none has. The city is a sum of many.</summary>
    public static Prose? OnePeak(Analysis a, Draft draft)
    {
        var found = a
            .Circles.Where(row => row is { DayKind: "all", MeanHour: not null, ScopeLevel: "issue", Resultant: >= LeastResultant })
            .OrderByDescending(row => row.Incidents)
            .ThenBy(row => row.Scope, StringComparer.Ordinal)
            .Take(MostTold)
            .ToList();
        return found.Count == 0
            ? null
            : draft.Say(
                "peaks.one_peak",
                (
                    "list",
                    draft.List(
                        found.Select(row =>
                            draft.Say(
                                "peaks.mean_hour",
                                ("scope", PeakGroup.ScopeText(row.ScopeLevel, row.Scope, draft)),
                                (
                                    "hour",
                                    draft.Number(
                                        $"peaks.mean_hour.{row.Scope}",
                                        row.MeanHour!.Value,
                                        0,
                                        "Grouping/hours.sql, Hotspots/Peaks/HourCircles",
                                        "unit.clock"
                                    )
                                )
                            )
                        ),
                        "separator.enumeration"
                    )
                )
            );
    }

    private static Prose Factor(string phrase, DayEffect row, Draft draft, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        Figure Of(string part, double value, string unit) =>
            draft.Number(string.Create(CultureInfo.InvariantCulture, $"peaks.{row.Effect}.{row.Name}.{part}"), value, 2, Source, unit);
        return draft.Say(
            phrase,
            [
                .. places,
                ("factor", Of("factor", row.Factor, "unit.times")),
                ("low", Of("low", row.FactorLow, "unit.none")),
                ("high", Of("high", row.FactorHigh, "unit.none")),
            ]
        );
    }
}
