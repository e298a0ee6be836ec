using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Classify.Learning;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using NetTopologySuite.Geometries;

namespace Hotspot.Enrich;

/// <summary>What is known of a city beside its complaints: outlines, gazetteer, metric projection, days off, issue kinds.</summary>
public sealed class CityReference
{
    /// <summary>The city that the lists of the program are of, and of every home that names no other.</summary>
    public const string Shipped = "beijing";

    private CityReference(
        GeoReference geo,
        MetricProjection projection,
        WorkCalendar calendar,
        bool hasCalendar,
        IssueList issues,
        bool hasIssueRules,
        IReadOnlyList<Denominator> denominators,
        IReadOnlyList<CalendarEvent> events
    )
    {
        Events = events;
        Denominators = denominators;
        Geo = geo;
        Projection = projection;
        Calendar = calendar;
        HasCalendar = hasCalendar;
        Issues = issues;
        HasIssueRules = hasIssueRules;
    }

    public GeoReference Geo { get; }
    public MetricProjection Projection { get; }
    public WorkCalendar Calendar { get; }

    /// <summary>False: only weekends are known.</summary>
    public bool HasCalendar { get; }
    public IssueList Issues { get; }

    /// <summary>Residents and ground of districts and streets, as the user has them; empty: rates by residents are not told.</summary>
    public IReadOnlyList<Denominator> Denominators { get; }

    /// <summary>Holidays and other days that people plan for, in order of time.</summary>
    public IReadOnlyList<CalendarEvent> Events { get; }

    /// <summary>False: the first category stands for the issue.</summary>
    public bool HasIssueRules { get; }

    /// <summary>Polygons of the districts; null for a city without a boundary file.</summary>
    public IReadOnlyList<DistrictShape>? Outlines => Geo.Map?.Shapes;

    /// <summary>Districts too small to read on the city map, shown enlarged: area below a fortieth of the largest… measured, not listed.</summary>
    public IReadOnlyList<string> InnerDistricts =>
        Outlines is { } shapes
            ? [.. shapes.Where(shape => shape.Shape.Area < shapes.Max(other => other.Shape.Area) / 20).Select(shape => shape.Name)]
            : [];

    /// <summary>The city that a profile speaks of. A city without boundary and gazetteer files keeps the names that the export states.</summary>
    /// <param name="placesFile">The home's own list of named places, which goes before the shipped one; null or not there: none.</param>
    /// <param name="rules">Folder of the home's own tables of rules, which take precedence; null: none.</param>
    /// <param name="models">Folder of the home's own models; null: the shipped one.</param>
    /// <exception cref="ProblemException">The list of places, or that of denominators, has a line that cannot be used.</exception>
    /// <exception cref="OperatorException">The model that the rules name is not there (exit 2); so does the first text where its file is damaged.</exception>
    public static CityReference Of(SourceProfile profile, string? placesFile = null, string? rules = null, string? models = null)
    {
        var hasCalendar = profile.Calendar != "none";
        var calendar = hasCalendar ? WorkCalendar.Load() : WorkCalendar.None;
        var projection = MetricProjection.ForEpsg(profile.ProjectionEpsg);
        var geo = Places(profile, placesFile, rules);
        return new CityReference(
            geo with
            {
                Projection = projection,
            },
            projection,
            calendar,
            hasCalendar,
            profile.IssueFrom == ProfileIssueFrom.Category1
                ? IssueList.ByCategory(1)
                : IssueList.Load(ReferenceTable.PathOf("codes/issues.csv", rules), Model(rules, models)),
            profile.IssueFrom != ProfileIssueFrom.Category1,
            geo.Gazetteer is { } gazetteer ? DenominatorsOf(gazetteer, rules) : [],
            hasCalendar ? EventsOf(calendar, rules) : []
        );
    }

    /// <summary>Which model is told at once, its file read with the first text: most runs ask about none.</summary>
    private static Lazy<IssueModel> Model(string? rules, string? models)
    {
        OperatorException Wrong(string file, Exception e) => new(ExitCode.WrongUse, "model_wrong", e, ("file", file));
        try
        {
            var file = Path.Combine(ModelInForce.Folder(rules, models), IssueModelFile.Name);
            if (!File.Exists(file))
                throw new InvalidDataException($"{file}: is not there");
            return new Lazy<IssueModel>(() =>
            {
                try
                {
                    return IssueModelFile.Read(file);
                }
                catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
                {
                    throw Wrong(file, e);
                }
            });
        }
        catch (InvalidDataException e)
        {
            throw Wrong(Path.Combine(rules ?? "", ModelInForce.RuleFile), e);
        }
    }

    /// <summary>Holidays of the calendar, and the events that ship with the program or that the home has instead.</summary>
    /// <exception cref="ProblemException">The list of events has a line that cannot be used.</exception>
    internal static IReadOnlyList<CalendarEvent> EventsOf(WorkCalendar calendar, string? rules)
    {
        var file = ReferenceTable.PathOf("calendar/events.csv", rules);
        try
        {
            var own = ReferenceTable.Read(
                file,
                row => new CalendarEvent(row.Text("name"), row.Date("from")!.Value, row.Date("until") ?? row.Date("from")!.Value)
            );
            return
            [
                .. CalendarEvent.Holidays(calendar).Concat(own).OrderBy(one => one.From).ThenBy(one => one.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new ProblemException(new Problem("events_wrong", ("file", file)), e);
        }
    }

    private static IReadOnlyList<Denominator> DenominatorsOf(Gazetteer gazetteer, string? rules)
    {
        try
        {
            return Hotspot.Geo.Denominators.Read(gazetteer, rules);
        }
        catch (DenominatorException e)
        {
            throw new ProblemException(
                new Problem(
                    $"denominators_{Snake.Code(e.Fault)}",
                    ("file", e.File),
                    ("line", e.Line.ToString(CultureInfo.InvariantCulture)),
                    ("column", e.Column)
                ),
                e
            );
        }
    }

    private static GeoReference Places(SourceProfile profile, string? placesFile, string? rules)
    {
        var box = profile.BoundingBox;
        if (profile.City != Shipped)
            return GeoReference.None(new Envelope(box.West, box.East, box.South, box.North));
        try
        {
            return GeoReference.LoadBeijing(placesFile is not null && File.Exists(placesFile) ? placesFile : null, rules);
        }
        catch (PlacesFileException e)
        {
            var problem = new Problem(
                $"places_{Snake.Code(e.Fault)}",
                ("file", e.File),
                ("line", e.Line.ToString(CultureInfo.InvariantCulture)),
                ("column", e.Column)
            );
            throw new ProblemException(problem, e);
        }
    }
}
