using Hotspot.Hotspots;
using Hotspot.Hotspots.Scans;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Squares of 200 m on the ground, numbered from 0° and 0°; a degree of longitude is as long as it is at one latitude of the city.</summary>
public readonly record struct ScanCells(double ColumnsADegree, double RowsADegree)
{
    public const double SideM = 200;
    private const double DegreeM = 111_195;

    public static ScanCells At(double latitude) => new(DegreeM * Math.Cos(latitude * Math.PI / 180) / SideM, DegreeM / SideM);

    /// <param name="name">Column and row, as <c>scan_location</c> writes them.</param>
    public (int Column, int Row, double Longitude, double Latitude) Of(string name)
    {
        var parts = name.Split('/');
        var column = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var row = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        var (longitude, latitude) = CentreOf(column, row);
        return (column, row, longitude, latitude);
    }

    public (double Longitude, double Latitude) CentreOf(int column, int row) =>
        ((column + 0.5) / ColumnsADegree, (row + 0.5) / RowsADegree);
}

/// <summary>Incidents with a location, by week and location system (street, community, cell).</summary>
public sealed record ScanWeek(int Week, long Incidents, IReadOnlyList<long> Located);

/// <summary>What the space-time scans count.</summary>
public sealed partial class ComplaintReader
{
    public IReadOnlyList<ScanMargin> ScanMargins(string scale, DaySpan span, ScanCells cells) =>
        _session.Query(
            "Grouping/scan_margins",
            row => new ScanMargin(
                row.GetString(0),
                row.TextAt(1),
                row.DoubleAt(2),
                row.DoubleAt(3),
                [.. Enumerable.Range(4, 7).Select(weekday => (int)row.GetInt64(weekday))]
            ),
            [.. Between(span), ("scale", scale), .. Grid(cells)]
        );

    /// <summary>Those of few days, one by one: it reads texts.</summary>
    public IReadOnlyList<ScanIncident> ScanIncidents(DaySpan span, ScanCells cells) =>
        _session.Query(
            "Grouping/scan_incidents",
            row => new ScanIncident(
                new PointUnit(
                    row.GetString(0),
                    row.GetString(0),
                    row.TextAt(1),
                    null,
                    row.DoubleAt(2),
                    row.DoubleAt(3),
                    row.GetDateTime(4),
                    row.IntAt(5),
                    row.TextAt(6),
                    row.TextAt(7),
                    row.TextAt(8),
                    row.TextAt(9),
                    1
                )
                {
                    Text = row.IsDBNull(10) ? null : row.HashAt(10),
                },
                [row.TextAt(11), row.TextAt(12), row.TextAt(13)]
            ),
            [.. Between(span), .. Grid(cells)]
        );

    public IReadOnlyList<ScanWeek> ScanWeeks(WeekSteps steps) =>
        _session.Query(
            "Grouping/scan_weeks",
            row => new ScanWeek((int)row.GetInt64(0), row.GetInt64(1), [row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)]),
            Weeks(steps)
        );

    private static (string, object?)[] Grid(ScanCells cells) => [("columns", cells.ColumnsADegree), ("rows", cells.RowsADegree)];
}
