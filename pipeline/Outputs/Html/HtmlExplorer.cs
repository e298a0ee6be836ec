using System.Globalization;
using System.Text.Json;
using Hotspot.Grouping;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Html;

/// <summary>
/// The counts that a reader chooses from, as JSON for filter.js. A cell's place is one number, (((part × kinds + kind) × 25 + hour) ×
/// issues + issue) × areas + area, hour 24 being "only the day"; written as the step from the cell before, then complaints − 1 and
/// complaints − incidents, each a <see cref="VariableLengths"/>. A point's cell has no area and no incidents.
/// </summary>
internal sealed class HtmlExplorer
{
    private const int Hours = 25;
    private const string WordPrefix = "explore.";
    private static readonly string[] Kinds = ["workday", "weekend", "holiday"];

    private readonly Explorer _explorer;
    private readonly List<string> _issues;
    private readonly List<(string? District, string? Street)> _areas;
    private readonly Dictionary<DateOnly, int> _partAt;
    private readonly Dictionary<string, int> _issueAt;
    private readonly Dictionary<(string?, string?), int> _areaAt;

    /// <summary>Issues and districts stand in order of their complaints, the unknown district last; streets in order of their names.</summary>
    public HtmlExplorer(Explorer explorer)
    {
        _explorer = explorer;
        var cells = explorer.Cube.Cells;
        _issues =
        [
            .. cells
                .GroupBy(cell => cell.Issue, StringComparer.Ordinal)
                .OrderByDescending(issue => issue.Sum(cell => cell.Complaints))
                .ThenBy(issue => issue.Key, StringComparer.Ordinal)
                .Select(issue => issue.Key),
        ];
        _areas =
        [
            .. cells
                .GroupBy(cell => cell.District)
                .OrderBy(district => district.Key is null)
                .ThenByDescending(district => district.Sum(cell => cell.Complaints))
                .ThenBy(district => district.Key, StringComparer.Ordinal)
                .SelectMany(district =>
                    district.Select(cell => (cell.District, cell.Street)).Distinct().OrderBy(area => area.Street, StringComparer.Ordinal)
                ),
        ];
        _partAt = Places(explorer.Cube.Parts);
        _issueAt = Places(_issues);
        _areaAt = Places(_areas);
    }

    /// <param name="layer">Place of the districts' outlines in the list of layers; null: no map.</param>
    public void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> labels, int? layer)
    {
        json.WriteStartObject("explorer");
        json.WriteStartObject("words");
        foreach (var key in labels.Keys.Where(key => key.StartsWith(WordPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            json.WriteString(key[WordPrefix.Length..], labels[key]);
        json.WriteEndObject();
        json.WriteBoolean("byWeek", _explorer.Cube.IsByWeek);
        HtmlCharts.Each(
            json,
            "parts",
            _explorer.Cube.Parts.Zip(_explorer.Parts),
            part =>
            {
                json.WriteStartObject();
                json.WriteString("key", part.First.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("name", part.Second.Name);
                json.WriteString("tick", part.Second.Tick);
                json.WriteEndObject();
            }
        );
        HtmlCharts.Each(json, "kinds", Kinds, json.WriteStringValue);
        HtmlCharts.Each(json, "issues", _issues, json.WriteStringValue);
        HtmlCharts.Each(
            json,
            "areas",
            _areas,
            area =>
            {
                json.WriteStartArray();
                json.WriteStringValue(area.District);
                json.WriteStringValue(area.Street);
                json.WriteEndArray();
            }
        );
        json.WriteString(
            "cells",
            Cells(_explorer.Cube.Cells, cell => Place(cell) * _areas.Count + _areaAt[(cell.District, cell.Street)], withIncidents: true)
        );
        if (layer is { } map)
            json.WriteNumber("layer", map);
        HtmlCharts.Each(json, "inner", _explorer.InnerDistricts, json.WriteStringValue);
        HtmlCharts.Each(json, "points", _explorer.Points, point => Point(json, point));
        json.WriteEndObject();
    }

    private void Point(Utf8JsonWriter json, ExplorerPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("rank", point.Rank);
        json.WriteString("label", point.Label);
        json.WriteString("district", point.District);
        json.WriteString("street", point.Street);
        json.WriteNumber("longitude", Math.Round(point.Longitude, 5));
        json.WriteNumber("latitude", Math.Round(point.Latitude, 5));
        json.WriteBoolean("strong", point.Strong);
        json.WriteString("cells", Cells(point.Cells.Where(cell => _issueAt.ContainsKey(cell.Issue)), Place, withIncidents: false));
        json.WriteEndObject();
    }

    private long Place(CubeCell cell) =>
        (((long)_partAt[cell.Part] * Kinds.Length + Array.IndexOf(Kinds, cell.DayKind)) * Hours + (cell.Hour ?? Hours - 1)) * _issues.Count
        + _issueAt[cell.Issue];

    private static string Cells(IEnumerable<CubeCell> cells, Func<CubeCell, long> place, bool withIncidents)
    {
        var text = new VariableLengths();
        var last = 0L;
        foreach (var (at, cell) in cells.Select(cell => (At: place(cell), Cell: cell)).OrderBy(one => one.At))
        {
            text.Add(at - last);
            text.Add(cell.Complaints - 1);
            if (withIncidents)
                text.Add(cell.Complaints - cell.Incidents);
            last = at;
        }
        return text.ToString();
    }

    private static Dictionary<T, int> Places<T>(IEnumerable<T> items)
        where T : notnull => items.Select((item, i) => (item, i)).ToDictionary(one => one.item, one => one.i);
}
