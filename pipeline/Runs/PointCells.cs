using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Records;

namespace Hotspot.Runs;

/// <summary>The complaints of hotspots in the parts of a cube. A caller's issue counts when it was first reported, with all its reports.</summary>
internal static class PointCells
{
    /// <param name="units">Those of the period, which the points are made of.</param>
    /// <returns>By rank; the complaints of each sum to <see cref="HotPoint.Complaints"/>.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyList<CubeCell>> Of(
        IReadOnlyList<HotPoint> points,
        IReadOnlyList<PointUnit> units,
        ComplaintCube cube,
        WorkCalendar calendar
    )
    {
        var byId = units.ToDictionary(unit => unit.UnitId, StringComparer.Ordinal);
        return points.ToDictionary(
            point => point.Rank,
            IReadOnlyList<CubeCell> (point) =>
                [
                    .. point
                        .UnitIds.Select(id => byId[id])
                        .GroupBy(unit => (Day: DateOnly.FromDateTime(unit.At), unit.Hour, Issue: unit.Issue ?? ""))
                        .Select(group => new CubeCell(
                            cube.Parts.Last(part => part <= group.Key.Day),
                            Snake.Case(calendar.Of(group.Key.Day).ToString()),
                            group.Key.Hour,
                            group.Key.Issue,
                            null,
                            null,
                            group.Sum(unit => (long)unit.Complaints),
                            0
                        )),
                ]
        );
    }
}
