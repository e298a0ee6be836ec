using System.Data.Common;
using System.Globalization;
using Hotspot.Settings;
using Hotspot.Store;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Hotspot.Grouping.Cuts;

/// <summary>
/// Cuts of the published complaints, counted as the bulletins count. Statements stand in the <c>.sql</c> files of this folder; what a person states reaches
/// them as bound values only. Reads an immutable generation through an in-memory DuckDB.
/// </summary>
public sealed class CutReader : IDisposable
{
    /// <summary>Most columns that a cut is grouped by, those that come along included; of a category there are two.</summary>
    public const int MostPlaces = 5;

    /// <summary>How many of them a grouping takes.</summary>
    public static int Places(IReadOnlyList<CutDimension> by) => CutKey.PlacesOf(by).Count;

    private const string Room = "Grouping/Cuts/";
    private readonly Session _session;

    private CutReader(Session session) => _session = session;

    /// <param name="generation">With complaints.</param>
    public static CutReader Open(Generation generation, SessionLimits limits)
    {
        var session = Session.InMemory(limits);
        ComplaintReader.Look(session, generation, new DateOnly(9999, 1, 1));
        var months = generation.Months();
        session.Execute(Room + "months", ("first", months.Min()), ("last", months.Max()));
        return new CutReader(session);
    }

    /// <summary>First and last day of the published complaints.</summary>
    public (DateOnly First, DateOnly Last) Span() => _session.One(Room + "span", row => (row.DayAt(0)!.Value, row.DayAt(1)!.Value));

    /// <summary>Which of these are ids of groups of complaints about one matter.</summary>
    public IReadOnlyList<string> KnownHotIssues(IReadOnlyList<string> ids) =>
        _session.Query(Room + "known_hot_issues", row => row.GetString(0), ("ids", Lines(ids)));

    public IReadOnlyList<string> Statuses() => _session.Query(Room + "statuses", row => row.GetString(0));

    /// <summary>Names of points, as groups by place have them.</summary>
    public IReadOnlyList<string> PlaceNames() => _session.Query(Room + "place_names", row => row.GetString(0));

    public IReadOnlyList<string> OrderTypes() => _session.Query(Room + "order_types", row => row.GetString(0));

    public IReadOnlyList<string> Categories() => [.. _session.Query(Room + "categories", row => row.TextAt(0)).OfType<string>()];

    /// <summary>Names of districts, streets, communities and issues in the data: for a city without lists.</summary>
    public IReadOnlyList<(string? District, string? Street, string? Community, string? Issue)> Names() =>
        _session.Query(Room + "names", row => (row.TextAt(0), row.TextAt(1), row.TextAt(2), row.TextAt(3)));

    /// <summary>Complaints by day, of the whole city: what tells a hole in the export.</summary>
    /// <param name="span">Days without any stand in it with 0.</param>
    public IReadOnlyList<DayCount> Days(DaySpan span)
    {
        var counts = _session
            .Query(
                Room + "days",
                row => (Day: row.DayAt(0)!.Value, Complaints: row.GetInt64(1)),
                ("from", span.From),
                ("until", span.Until)
            )
            .ToDictionary(row => row.Day, row => row.Complaints);
        return
        [
            .. Enumerable
                .Range(0, span.Days)
                .Select(i => span.From.AddDays(i))
                .Select(day => new DayCount(day, counts.GetValueOrDefault(day), 0)),
        ];
    }

    /// <summary>From here on the counts are those of these days.</summary>
    /// <param name="days">May be none.</param>
    /// <param name="anyHour">Leaves the hours of the filter out.</param>
    public void Scope(CutFilter filter, DaySpan days, bool anyHour = false)
    {
        var hours = anyHour ? null : filter.Hours;
        _session.Execute(
            Room + "scope",
            ("from", days.From),
            ("until", days.Until),
            ("streams", Lines(filter.Streams)),
            ("order_types", Lines(filter.OrderTypes)),
            ("districts", Lines(filter.Districts)),
            ("streets", Lines(filter.Streets)),
            ("communities", Lines(filter.Communities)),
            ("issues", Lines(filter.Issues)),
            ("hot_issues", Lines(filter.HotIssues)),
            ("categories", Lines(filter.Categories)),
            ("day_kinds", Lines([.. filter.DayKinds.Select(Records.Snake.Code)])),
            ("weekdays", Lines([.. filter.Weekdays.Select(day => day.ToString(CultureInfo.InvariantCulture))])),
            ("statuses", Lines(filter.Statuses)),
            ("places", Lines(filter.Places)),
            ("keywords", Lines(filter.Keywords)),
            ("except_districts", Lines(filter.Except.Districts)),
            ("except_streets", Lines(filter.Except.Streets)),
            ("except_issues", Lines(filter.Except.Issues)),
            ("hour", hours?.Start),
            ("hours", hours?.Length),
            ("repeats", filter.RepeatOnly),
            ("longitude", filter.Near?.Longitude),
            ("latitude", filter.Near?.Latitude),
            ("metres", filter.Near?.Metres)
        );
        if (filter.Within is { } polygon)
            Within(polygon.Shape);
    }

    private static string? Lines(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join('\n', values);

    /// <summary>DuckDB has no polygons here: each point of the rectangle around it is looked at once.</summary>
    private void Within(Geometry shape)
    {
        var box = shape.EnvelopeInternal;
        var locator = new IndexedPointInAreaLocator(shape);
        var points = _session.Query(
            Room + "points",
            row => new Coordinate(row.GetDouble(0), row.GetDouble(1)),
            ("west", box.MinX),
            ("east", box.MaxX),
            ("south", box.MinY),
            ("north", box.MaxY)
        );
        _session.Execute(Room + "within_points");
        using (var inside = _session.Append("within_point"))
        {
            foreach (var point in points.Where(point => locator.Locate(point) != Location.Exterior))
                inside.CreateRow().AppendValue(point.X).AppendValue(point.Y).EndRow();
        }
        _session.Execute(Room + "within");
    }

    /// <summary>From here on groups are these; call after <see cref="Scope"/>.</summary>
    internal void GroupBy(CutKey key, CutCalendar calendar)
    {
        string? By(int at) => key.Places.ElementAtOrDefault(at);
        _session.Execute(
            Room + "groups",
            ("by_1", By(0)),
            ("by_2", By(1)),
            ("by_3", By(2)),
            ("by_4", By(3)),
            ("by_5", By(4)),
            ("week_start", calendar.WeekStartDay),
            ("month_days", calendar.MonthDays)
        );
    }

    /// <param name="repeats">The scope holds repeats alone.</param>
    internal IReadOnlyList<(string?[] Values, long Complaints, long Incidents)> Counts(bool repeats) =>
        _session.Query(
            Room + (repeats ? "repeat_counts" : "counts"),
            row => (Values(row, 0), row.GetInt64(2 * MostPlaces), row.GetInt64(2 * MostPlaces + 1))
        );

    internal IReadOnlyList<(bool IsAll, string?[] Values, long Callers, long WithoutCaller)> Callers() =>
        _session.Query(
            Room + "callers",
            row => (row.GetBoolean(0), Values(row, 1), row.GetInt64(2 * MostPlaces + 1), row.GetInt64(2 * MostPlaces + 2))
        );

    internal IReadOnlyList<(string?[] Values, Coordinate Point)> Points() =>
        _session.Query(
            Room + "group_points",
            row => (Values(row, 0), new Coordinate(row.GetDouble(2 * MostPlaces), row.GetDouble(2 * MostPlaces + 1)))
        );

    /// <summary>What the first complaint of each of these groups of one matter says, as far as the scope holds it.</summary>
    internal IReadOnlyDictionary<string, string> HotIssueTitles(IReadOnlyList<string> ids) =>
        _session
            .Query(Room + "hot_issue_titles", row => (Id: row.GetString(0), Title: row.TextAt(1)), ("ids", Lines(ids)))
            .Where(row => row.Title is not null)
            .ToDictionary(row => row.Id, row => row.Title!, StringComparer.Ordinal);

    internal long WithoutHour() => _session.One(Room + "without_hour", row => row.GetInt64(0));

    /// <summary>Of each place the time or else the name.</summary>
    private static string?[] Values(DbDataReader row, int first) =>
        [
            .. Enumerable
                .Range(0, MostPlaces)
                .Select(place => first + 2 * place)
                .Select(at => row.IsDBNull(at) ? row.TextAt(at + 1) : row.GetInt64(at).ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>The complaints of the scope in order of time, as their published columns.</summary>
    /// <param name="most">At most so many.</param>
    public IEnumerable<T> Rows<T>(long most, Func<DbDataReader, T> read)
    {
        _session.Execute(Room + "details");
        return _session.Stream(Room + "rows", read, ("top", most));
    }

    /// <summary>Names of the columns of <see cref="Rows"/>.</summary>
    public IReadOnlyList<string> DetailColumns()
    {
        _session.Execute(Room + "details");
        return _session.Query(Room + "detail_columns", row => row.GetString(0));
    }

    /// <summary>The complaints of the scope as a Parquet file.</summary>
    public void CopyRows(long most, string file)
    {
        _session.Execute(Room + "details");
        _session.Execute(Room + "copy_rows", ("top", most), ("file", file));
    }

    public void Dispose() => _session.Dispose();
}
