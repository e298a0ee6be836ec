using System.Globalization;
using Hotspot.Hotspots.Scans;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The part of 八、预警与研判 on space-time clusters: where more happens since a day than place and weekday give, how much more, and how rare that is by chance.</summary>
internal static class SpaceTimeProse
{
    private const string Source = "Grouping/scan_margins.sql, Grouping/scan_incidents.sql, Hotspots/Scans/SpaceTimeScan";
    private const int MostNamed = 3;
    private const double YearDays = 365;

    /// <summary>Beyond it no number is told: the tail of the fitted law says more than a history of months can bear.</summary>
    private const double MostYears = 10;

    public static Prose Write(Analysis a, int? table, Draft draft, Dates dates)
    {
        if (a.Scan is not { Scans: > 0 } scan)
            return draft.Say("space_time.untested");
        // Those that were told before and of which nothing has come since go on in the table only.
        var clusters = scan.Clusters.Where(cluster => cluster.NewIncidents > 0).ToList();
        var quiet = scan.Clusters.Count - clusters.Count;
        var basis = (
            ("days", (object?)draft.Count("space_time.days", scan.Days, Source, "unit.days")),
            ("last", (object?)dates.MonthDay(scan.AsOf))
        );
        var known = ("quiet", (object?)(quiet == 0 ? Draft.Join() : Quiet(quiet, draft)));
        if (clusters.Count == 0)
            return draft.Say("space_time.none", basis.Item1, basis.Item2, known);
        return draft.Say(
            "space_time.found",
            basis.Item1,
            basis.Item2,
            ("clusters", draft.Count("space_time.clusters", clusters.Count, Source, "unit.places")),
            (
                "fresh",
                draft.Count("space_time.new", clusters.Count(cluster => cluster.Status == SpaceTimeCluster.New), Source, "unit.places")
            ),
            ("table", table),
            ("list", draft.List(clusters.Take(MostNamed).Select((cluster, i) => One(cluster, i + 1, draft, dates)), "separator.clause")),
            known
        );
    }

    private static Prose Quiet(int count, Draft draft) =>
        draft.Say("space_time.quiet", ("count", draft.Count("space_time.quiet", count, Source, "unit.places")));

    private static Prose One(SpaceTimeCluster cluster, int number, Draft draft, Dates dates)
    {
        string Id(string name) => string.Create(CultureInfo.InvariantCulture, $"space_time.{name}.{number}");
        return draft.Say(
            cluster.Status == SpaceTimeCluster.New ? "space_time.one" : "space_time.one_ongoing",
            ("where", Where(cluster, draft, metres => draft.Count(Id("radius"), metres, Source, "unit.none"))),
            ("since", dates.MonthDay(cluster.FromOn)),
            ("issue", cluster.Issue ?? draft.Word("space_time.all")),
            ("incidents", draft.Count(Id("incidents"), cluster.Incidents, Source, "unit.incidents")),
            ("fresh", draft.Count(Id("new_incidents"), cluster.NewIncidents, Source, "unit.incidents")),
            ("expected", draft.Number(Id("expected"), cluster.Expected, 1, Source, "unit.incidents")),
            ("rarity", Rarity(cluster, draft, years => draft.Count(Id("recurrence"), years, Source, "unit.none")))
        );
    }

    /// <summary>长阳镇长阳社区一带（半径约600米）.</summary>
    internal static Prose Where(SpaceTimeCluster cluster, Draft draft, Func<long, object> number)
    {
        var name = cluster.District + cluster.Street + cluster.Community;
        if (name.Length == 0)
            name = draft.Word("space_time.somewhere");
        return cluster.RadiusM == 0
            ? Prose.Of(name)
            : draft.Say("space_time.within", ("name", name), ("metres", number((long)Math.Round(cluster.RadiusM))));
    }

    /// <summary>约40日一遇, 约3年一遇, 十年以上一遇.</summary>
    internal static Prose Rarity(SpaceTimeCluster cluster, Draft draft, Func<long, object> number) =>
        cluster.RecurrenceDays switch
        {
            > MostYears * YearDays => draft.Say("space_time.never"),
            >= 2 * YearDays => draft.Say("space_time.years", ("count", number((long)(cluster.RecurrenceDays / YearDays)))),
            _ => draft.Say("space_time.days_apart", ("count", number((long)cluster.RecurrenceDays))),
        };
}
