using Hotspot.Hotspots;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Trends;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>
/// The published complaints in groups: one method, one <c>.sql</c> file. Reads an immutable generation through an in-memory DuckDB, so it
/// neither waits for a writer nor makes one wait. Sees nothing on or after <c>until</c>, and of one stream nothing of the others.
/// </summary>
public sealed partial class ComplaintReader : IDisposable
{
    private readonly Session _session;

    private ComplaintReader(Session session) => _session = session;

    /// <summary>Null where the generation holds no complaint.</summary>
    public static Coverage? Coverage(Generation generation, DateOnly today, SessionLimits limits)
    {
        if (!Directory.Exists(Path.Combine(generation.Path, "complaints")))
            return null;
        using var session = Session.InMemory(limits);
        return session.One(
            "Grouping/coverage",
            row => row.DayAt(0) is { } first ? new Coverage(first, row.DayAt(1)!.Value, row.GetInt64(2)) : null,
            ("files", generation.Complaints),
            ("today", today)
        );
    }

    /// <param name="stream">Null: all of them.</param>
    public static ComplaintReader Open(Generation generation, DateOnly until, SessionLimits limits, OrderStream? stream = null)
    {
        var session = Session.InMemory(limits);
        Prepare(session, generation, until, stream);
        if (File.Exists(generation.Baseline))
            session.Execute("Grouping/baseline_view", ("file", generation.Baseline));
        var reader = new ComplaintReader(session)
        {
            HasBaseline = File.Exists(generation.Baseline),
            Until = until,
            Stream = stream,
            HasCallbacks = File.Exists(generation.Callbacks),
            HasDispatchLists = File.Exists(generation.Dispatched),
            Surveys = File.Exists(generation.Surveys) ? generation.Surveys : null,
        };
        session.Heard = (sql, parameters) =>
            reader._asked.Add(new AskedQuery(sql, parameters.ToDictionary(one => one.Name, one => one.Value)));
        return reader;
    }

    private readonly List<AskedQuery> _asked = [];

    /// <summary>What was asked so far, in order, the same question once: enough to ask again and see the rows behind a figure.</summary>
    public IReadOnlyList<AskedQuery> Asked => [.. _asked.DistinctBy(query => query.ToString(), StringComparer.Ordinal)];

    /// <summary>First day that is not seen.</summary>
    private DateOnly Until { get; init; }

    /// <summary>The one that is looked at; null: all.</summary>
    private OrderStream? Stream { get; init; }

    private bool HasBaseline { get; init; }

    /// <summary>Earlier totals of a span without a single complaint; null where there are none, or where there are complaints: the two are never mixed.</summary>
    public BaselineTotals? Baseline(DaySpan span) =>
        !HasBaseline || Totals(span).Complaints > 0
            ? null
            : BaselineTotals.Of(
                span,
                _session.Query(
                    "Grouping/baseline",
                    row => new BaselineCount(
                        new DaySpan(row.DayAt(0)!.Value, row.DayAt(1)!.Value),
                        row.TextAt(2),
                        row.TextAt(3),
                        row.TextAt(4),
                        row.GetInt64(5)
                    ),
                    Between(span)
                ),
                Parts
            );

    /// <summary>Asked once, whatever spans are compared.</summary>
    private BaselineParts Parts => field ??= ReadParts();

    private BaselineParts ReadParts()
    {
        var parts = _session
            .Query("Grouping/baseline_parts", row => (Kind: row.GetString(0), Part: row.GetString(1)))
            .ToLookup(row => row.Kind, row => row.Part);
        return new BaselineParts(parts["stream"].ToHashSet(), parts["issue"].ToHashSet(), parts["district"].ToHashSet());
    }

    public Totals Totals(DaySpan span) =>
        _session.One(
            "Grouping/totals",
            row => new Totals(
                row.GetInt64(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9),
                row.GetInt64(10),
                row.GetInt64(11),
                row.GetInt64(12),
                row.GetInt64(13),
                row.GetInt64(14),
                row.GetInt64(15),
                row.GetInt64(16),
                row.GetInt64(17),
                row.GetInt64(18)
            ),
            Between(span)
        );

    public IReadOnlyList<DayCount> Days(DaySpan span) => Days(span, every: false);

    /// <summary>Days of all streams: what the data cover does not hang on the one that is looked at.</summary>
    public IReadOnlyList<DayCount> EveryDay(DaySpan span) => Days(span, every: Stream is not null);

    private List<DayCount> Days(DaySpan span, bool every) =>
        _session.Query(
            "Grouping/days",
            row => new DayCount(row.DayAt(0)!.Value, row.GetInt64(1), row.GetInt64(2)),
            [.. Between(span), ("every", every)]
        );

    public IReadOnlyList<IssueCount> Issues(ReportSpans spans) =>
        _session.Query(
            "Grouping/issues",
            row => new IssueCount(
                row.GetString(0),
                row.TextAt(1),
                row.TextAt(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8)
            ),
            Spans(spans)
        );

    /// <param name="firstOn">First day of the data: spans that begin before it are unknown, not zero.</param>
    public IReadOnlyList<AreaCounts> Areas(ReportSpans spans, DateOnly firstOn)
    {
        const int MostWeeks = 26;
        var weeks = Math.Clamp((spans.Current.From.DayNumber - firstOn.DayNumber) / 7, 0, MostWeeks);
        var series = _session
            .Query(
                "Grouping/area_weeks",
                row =>
                    (
                        Key: (row.GetString(0), row.GetString(1), row.TextAt(2), row.TextAt(3)),
                        Back: row.IntAt(4)!.Value,
                        Incidents: row.GetInt64(5)
                    ),
                ("from", spans.Current.From),
                ("weeks", weeks)
            )
            .ToLookup(week => week.Key);
        var hasBaseline = weeks >= 3;
        return _session.Query(
            "Grouping/areas",
            row =>
            {
                var key = (row.GetString(0), row.GetString(1), row.TextAt(2), row.TextAt(3));
                var history = new long[weeks];
                foreach (var week in series[key])
                    history[weeks - week.Back] = week.Incidents;
                return new AreaCounts(
                    key.Item1,
                    key.Item2,
                    key.Item3,
                    key.Item4,
                    row.GetInt64(4),
                    row.GetInt64(5),
                    row.GetInt64(6),
                    spans.Previous is null ? null : row.GetInt64(7),
                    spans.Previous is null ? null : row.GetInt64(8),
                    spans.YearBefore is null ? null : row.GetInt64(9),
                    spans.YearBefore is null ? null : row.GetInt64(10),
                    hasBaseline ? row.GetInt64(11) : null,
                    history
                );
            },
            Spans(spans)
        );
    }

    /// <summary>Where the incidents of the period and of the weeks before it were, one by one and in no order.</summary>
    public IEnumerable<(double Longitude, double Latitude, PlacedIncidents Row)> PlacedIncidents(DaySpan current, int weeks) =>
        _session.Stream(
            "Grouping/placed_incidents",
            row =>
                (
                    row.GetDouble(0),
                    row.GetDouble(1),
                    new PlacedIncidents(
                        new AreaKey(row.GetString(2), row.GetString(3)),
                        row.GetString(4),
                        (int)row.GetInt64(5),
                        row.GetInt64(6)
                    )
                ),
            [.. Between(current), ("weeks", weeks)]
        );

    /// <summary>Incidents and units by coordinate and week, one by one and in no order, so that memory does not grow with them.</summary>
    public IEnumerable<CoordinateWeek> CoordinateWeeks(WeekSteps steps) =>
        _session.Stream(
            "Grouping/coordinate_weeks",
            row => new CoordinateWeek(row.GetDouble(0), row.GetDouble(1), (int)row.GetInt64(2), (int)row.GetInt64(3), (int)row.GetInt64(4)),
            Weeks(steps)
        );

    public IReadOnlyList<StreetWeek> StreetWeeks(WeekSteps steps) =>
        _session.Query(
            "Grouping/street_weeks",
            row => new StreetWeek(new StreetKey(row.GetString(0), row.GetString(1)), (int)row.GetInt64(2), (int)row.GetInt64(3)),
            Weeks(steps)
        );

    /// <summary>Variance over mean of counts of units, if incidents come by chance; 1 where there are none.</summary>
    public double UnitSpread(DaySpan span) => _session.One("Grouping/unit_spread", row => row.DoubleAt(0) ?? 1, Between(span));

    /// <param name="listed">Keys of the places whose weeks are told one by one.</param>
    public PlaceWeeks PlaceWeeks(WeekSteps steps, IEnumerable<string> listed)
    {
        var rows = _session.Query(
            "Grouping/place_weeks",
            row => (Key: row.TextAt(0), Week: row.IntAt(1), Units: (int)row.GetInt64(2), Places: row.GetInt64(3)),
            [.. Weeks(steps), ("listed", string.Join('\n', listed))]
        );
        var series = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Key is not { } key)
                continue;
            if (!series.TryGetValue(key, out var weeks))
                series.Add(key, weeks = new int[steps.Count]);
            weeks[row.Week!.Value] = row.Units;
        }
        return new PlaceWeeks(
            rows.First(row => row.Key is null && row.Week is null).Places,
            [
                .. rows.Where(row => row.Key is null && row.Week is not null)
                    .Select(row => new PlaceBin(row.Week!.Value, row.Units, row.Places)),
            ],
            series
        );
    }

    /// <param name="kinds">Issue kinds that are called back, each with the days on which it holds; null: every kind.</param>
    /// <param name="withExcluded">Also orders that are excluded from assessment (剔除).</param>
    public IReadOnlyList<CallbackCount> Callbacks(DaySpan span, IReadOnlyList<DatedKind>? kinds, bool withExcluded = false) =>
        _session.Query(
            "Grouping/callbacks",
            row => new CallbackCount(
                row.TextAt(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9),
                row.GetInt64(10),
                row.GetInt64(11)
            ),
            [.. Between(span), ("kinds", DatedKind.Json(kinds)), ("with_excluded", withExcluded)]
        );

    /// <param name="least">Fewest reports of an incident that is listed.</param>
    public IReadOnlyList<IncidentCount> TopIncidents(DaySpan span, int least, int top) =>
        _session.Query(
            "Grouping/top_incidents",
            row => new IncidentCount(
                row.GetString(0),
                row.GetString(1),
                row.TextAt(2),
                row.TextAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetDateTime(8),
                row.GetDateTime(9)
            ),
            [.. Between(span), ("least", least), ("top", top)]
        );

    /// <summary>Files behind the data, with the rows read of each.</summary>
    public IReadOnlyList<(string BatchId, string Name, long Read)> LoadedFiles() =>
        _session.Query("Grouping/loaded_files", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)));

    /// <summary>Of all days; the totals also count people, which takes long over years.</summary>
    public long Incidents() => _session.One("Grouping/incident_count", row => row.GetInt64(0));

    public BatchTotals Batches() =>
        _session.One("Grouping/batches", row => new BatchTotals(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.TextAt(3)));

    private static (string, object?)[] Between(DaySpan span) => [("from", span.From), ("until", span.Until)];

    private static (string, object?)[] Weeks(WeekSteps steps) => [("from", steps.From), ("weeks", steps.Count)];

    private static (string, object?)[] Spans(ReportSpans spans) =>
        [
            ("from", spans.Current.From),
            ("until", spans.Current.Until),
            ("previous_from", (spans.Previous ?? DaySpan.None).From),
            ("previous_until", (spans.Previous ?? DaySpan.None).Until),
            ("year_from", (spans.YearBefore ?? DaySpan.None).From),
            ("year_until", (spans.YearBefore ?? DaySpan.None).Until),
        ];

    public void Dispose() => _session.Dispose();
}
