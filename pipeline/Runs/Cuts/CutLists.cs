using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Runs.Cuts;

/// <summary>A street by its key, and a community by its.</summary>
public readonly record struct StreetName(string District, string Street);

/// <summary>
/// Names that a cut may state and what they stand for: districts, streets and issue kinds of the code lists with their aliases. Only what a request needs is
/// read, for an answer is due within a second. A city without lists has the names of its data.
/// </summary>
public sealed class CutLists
{
    private const int ShortestPlace = 3;
    private static readonly string[] CommunityEndings = ["社区", "村"];

    private readonly string? _rules;
    private readonly Func<IReadOnlyList<string>> _points;
    private readonly Lazy<IReadOnlyList<(string? District, string? Street, string? Community, string? Issue)>>? _data;

    private CutLists(string? rules, Lazy<IReadOnlyList<(string?, string?, string?, string?)>>? data, Func<IReadOnlyList<string>> points) =>
        (_rules, _data, _points) = (rules, data, points);

    /// <param name="rules">The home's own tables, which take precedence.</param>
    /// <param name="reader">Null: the city has lists.</param>
    /// <param name="points">Names of points that the data have.</param>
    public static CutLists Of(string? rules, CutReader? reader, Func<IReadOnlyList<string>>? points = null) =>
        new(
            rules,
            reader is null ? null : new Lazy<IReadOnlyList<(string?, string?, string?, string?)>>(reader.Names),
            points ?? (() => [])
        );

    /// <summary>Name or alias → canonical name.</summary>
    public IReadOnlyDictionary<string, string> Districts => field ??= Own(row => row.District) ?? Read("codes/districts.csv");

    /// <summary>Name or alias → the streets that are called so, of whatever time.</summary>
    public ILookup<string, StreetName> Streets => field ??= ReadStreets();

    public ILookup<string, (StreetName Street, string Community)> Communities => field ??= ReadCommunities();

    /// <summary>
    /// Estates and places that the lists know, a community without its ending among them: 曙光里 of 曙光里社区 is where people live, and few exports state the
    /// community. So short a name as 光明 says too little.
    /// </summary>
    public IReadOnlySet<string> Places => field ??= ReadPlaces();

    /// <summary>With the points of the data, which a grouping by place lists: asked for only where nothing else is known, for it reads them all.</summary>
    public IReadOnlySet<string> AllPlaces =>
        field ??= Places.Concat(_points().Where(name => name.Length >= ShortestPlace)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Statutory holidays and other days that have a name, in order of time.</summary>
    public IReadOnlyList<CalendarEvent> Events => field ??= CityReference.EventsOf(WorkCalendar.Load(), _rules);

    /// <summary>Kind, or a literal that points to it → kind; the earlier rule wins.</summary>
    public IReadOnlyDictionary<string, string> Issues => field ??= Own(row => row.Issue) ?? ReadIssues();

    private Dictionary<string, string>? Own(Func<(string? District, string? Street, string? Community, string? Issue), string?> column) =>
        _data?.Value.Select(column).OfType<string>().Distinct().ToDictionary(name => name, StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string file)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, aliases) in ReferenceTable.Read(ReferenceTable.PathOf(file), row => (row.Text("name"), row.Texts("aliases"))))
        {
            names[name] = name;
            foreach (var alias in aliases)
                names.TryAdd(alias, name);
        }
        return names;
    }

    private ILookup<string, StreetName> ReadStreets() =>
        (
            _data
                ?.Value.Where(row => row.District is not null && row.Street is not null)
                .Select(row => (Name: row.Street!, Street: new StreetName(row.District!, row.Street!)))
            ?? ReferenceTable
                .Read(
                    ReferenceTable.PathOf("codes/streets.csv", _rules),
                    row => (Name: row.Text("name"), District: row.Text("district"), Aliases: row.Texts("aliases"))
                )
                .SelectMany(row =>
                    row.Aliases.Prepend(row.Name).Select(name => (Name: name, Street: new StreetName(row.District, row.Name)))
                )
        )
            .Distinct()
            .ToLookup(pair => pair.Name, pair => pair.Street, StringComparer.Ordinal);

    private ILookup<string, (StreetName, string)> ReadCommunities() =>
        (
            _data
                ?.Value.Where(row => row.District is not null && row.Street is not null && row.Community is not null)
                .Select(row => (Name: row.Community!, Place: (new StreetName(row.District!, row.Street!), row.Community!)))
            ?? ReferenceTable.Read(
                ReferenceTable.PathOf("codes/communities.csv"),
                row => (Name: row.Text("name"), Place: (new StreetName(row.Text("district"), row.Text("street")), row.Text("name")))
            )
        )
            .Distinct()
            .ToLookup(pair => pair.Name, pair => pair.Place, StringComparer.Ordinal);

    private HashSet<string> ReadPlaces() =>
        Communities
            .SelectMany(community =>
                CommunityEndings
                    .Where(ending => community.Key.EndsWith(ending, StringComparison.Ordinal))
                    .Select(ending => community.Key[..^ending.Length])
            )
            .Concat(
                _data is not null
                    ? []
                    : ReferenceTable
                        .Read(ReferenceTable.PathOf("codes/places.csv"), row => row.Texts("aliases").Prepend(row.Text("name")))
                        .SelectMany(names => names)
            )
            .Where(name => name.Length >= ShortestPlace)
            .ToHashSet(StringComparer.Ordinal);

    private Dictionary<string, string> ReadIssues()
    {
        var rules = IssueRule.Read(ReferenceTable.PathOf("codes/issues.csv", _rules));
        var names = rules.Select(rule => rule.Issue).Append(IssueList.Other).Distinct().ToDictionary(name => name, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (var literal in rule.CategoryPatterns.Concat(rule.TextPatterns))
                names.TryAdd(literal, rule.Issue);
        }
        return names;
    }
}
