using System.Text.Json;
using System.Text.Json.Nodes;
using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Turns the JSON of one profile into a <see cref="SourceProfile"/>; every field is checked, also for names that nobody reads.</summary>
internal sealed class ProfileReading(string file, string id, JsonObject json)
{
    private static readonly HashSet<string> Known =
    [
        "$schema",
        "id",
        "name",
        "city",
        "calendar",
        "issue_from",
        "coordinate_system",
        "projection_epsg",
        "bounding_box",
        "encoding",
        "date_order",
        "offsets",
        "stream",
        "order_numbers",
        "category_separators",
        "signature",
        "columns",
        "coalesced",
        "other_text",
        "ignored",
        "footer_words",
        "values",
        "remarks",
    ];
    private static readonly Dictionary<string, Field> Fields = Enum.GetValues<Field>().ToDictionary(field => Snake.Case(field.ToString()));

    public SourceProfile Read()
    {
        if (json.Select(entry => entry.Key).FirstOrDefault(key => !Known.Contains(key)) is { } stranger)
            throw Wrong(stranger, stranger, [.. Known]);
        if (Text("id") != id)
            throw Wrong("id", Text("id"));
        return new SourceProfile
        {
            Id = id,
            Name = Text("name"),
            City = Text("city"),
            Calendar = OneOf("calendar", "beijing", "none"),
            IssueFrom = OneOf("issue_from", "rules", "category_1") == "rules" ? ProfileIssueFrom.Rules : ProfileIssueFrom.Category1,
            CoordinateSystem = Enum.Parse<CoordinateSystem>(
                OneOf("coordinate_system", "wgs84", "gcj02", "bd09", "cgcs2000"),
                ignoreCase: true
            ),
            ProjectionEpsg = Epsg(),
            BoundingBox = Box(),
            Encoding = OneOf("encoding", "auto", "utf-8", "gb18030") is var encoding && encoding == "auto" ? null : encoding,
            Times = new TimeRules(
                OneOf("date_order", "month_first", "day_first") == "day_first" ? DateOrder.DayFirst : DateOrder.MonthFirst,
                OneOf("offsets", "to_beijing", "local") == "to_beijing"
            ),
            FixedStream = json["stream"] is null ? null : StreamOf(OneOf("stream", "A", "B", "own", "unknown")),
            OrderNumbers = [.. Texts("order_numbers").Select(Order)],
            CategorySeparators = Texts("category_separators"),
            Signature = Marks(),
            Columns = Aliases(),
            Coalesced = Texts("coalesced").Select(name => FieldOf("coalesced", name)).ToHashSet(),
            OtherText = Keys("other_text"),
            Ignored = Keys("ignored"),
            FooterWords = Texts("footer_words"),
            Values = Maps(),
        };
    }

    private static OrderStream StreamOf(string code) => Enum.Parse<OrderStream>(code, ignoreCase: true);

    private OrderNumber Order(string form) =>
        OrderNumber.FaultOf(form) is { } fault
            ? throw new ProblemException(
                new Problem("profile_order_number", ("file", file), ("value", form), ("part", fault.Part), ("times", $"{fault.Times}"))
            )
            : new OrderNumber(form);

    private int Epsg()
    {
        var epsg = (int)Number(json["projection_epsg"], "projection_epsg");
        return epsg is (>= 32601 and <= 32660) or (>= 32701 and <= 32760) ? epsg : throw Wrong("projection_epsg", $"{epsg}");
    }

    private BoundingBox Box()
    {
        var node = json["bounding_box"] as JsonObject ?? throw Wrong("bounding_box", "");
        double Side(string side) => Number(node[side], $"bounding_box.{side}");
        var box = new BoundingBox(Side("west"), Side("south"), Side("east"), Side("north"));
        return box is { West: >= -180, East: <= 180, South: >= -90, North: <= 90 } && box.West < box.East && box.South < box.North
            ? box
            : throw Wrong("bounding_box", node.ToJsonString());
    }

    private Signature Marks()
    {
        if (json["signature"] is not JsonObject node)
            return new Signature(0, new HashSet<string>());
        var headers = TextsOf(node["headers"], "signature.headers").Select(Header.Key).ToHashSet(StringComparer.Ordinal);
        var atLeast = (int)Number(node["at_least"], "signature.at_least");
        return atLeast >= 1 && atLeast <= headers.Count ? new Signature(atLeast, headers) : throw Wrong("signature.at_least", $"{atLeast}");
    }

    private Dictionary<Field, IReadOnlyList<string>> Aliases()
    {
        var columns = new Dictionary<Field, IReadOnlyList<string>>();
        foreach (var (name, node) in json["columns"] as JsonObject ?? throw Wrong("columns", ""))
            columns[FieldOf("columns", name)] = [.. TextsOf(node, $"columns.{name}").Select(Header.Key).Distinct()];
        bool Has(params ReadOnlySpan<Field> any)
        {
            foreach (var field in any)
            {
                if (columns.ContainsKey(field))
                    return true;
            }
            return false;
        }
        if (!Has(Field.ComplaintId))
            throw Wrong("columns.complaint_id", "");
        if (!Has(Times.OfEvent))
            throw Wrong("columns.called_at", "");
        return columns;
    }

    private Dictionary<Field, ValueMap> Maps()
    {
        var maps = new Dictionary<Field, ValueMap>();
        foreach (var (name, node) in json["values"] as JsonObject ?? [])
        {
            var field = FieldOf("values", name);
            var entries = node as JsonObject ?? throw Wrong($"values.{name}", node?.ToJsonString() ?? "");
            var map = new ValueMap(
                entries.Select(entry => KeyValuePair.Create(entry.Key, TextOf(entry.Value, $"values.{name}.{entry.Key}")))
            );
            if (map.Targets.FirstOrDefault(target => !CanonicalValue.Allows(field, target)) is { } wrong)
                throw Wrong($"values.{name}", wrong, [.. CanonicalValue.Of(field)]);
            maps[field] = map;
        }
        return maps;
    }

    private HashSet<string> Keys(string field) => Texts(field).Select(Header.Key).ToHashSet(StringComparer.Ordinal);

    private Field FieldOf(string under, string name) =>
        Fields.TryGetValue(name, out var field) ? field : throw Wrong($"{under}.{name}", name, [.. Fields.Keys]);

    private string Text(string field) => json[field] is { } node ? TextOf(node, field) : throw Wrong(field, "");

    private string OneOf(string field, params ReadOnlySpan<string> allowed)
    {
        var value = Text(field);
        return allowed.Contains(value) ? value : throw Wrong(field, value, allowed);
    }

    private string[] Texts(string field) => json[field] is { } node ? TextsOf(node, field) : [];

    private string[] TextsOf(JsonNode? node, string field) =>
        node is JsonArray array ? [.. array.Select(entry => TextOf(entry, field))] : throw Wrong(field, node?.ToJsonString() ?? "");

    private string TextOf(JsonNode? node, string field) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw Wrong(field, node?.ToJsonString() ?? "");

    private double Number(JsonNode? node, string field) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.GetValue<double>()
            : throw Wrong(field, node?.ToJsonString() ?? "");

    private ProblemException Wrong(string field, string value) =>
        new(new Problem("profile_field", ("file", file), ("field", field), ("value", value)));

    /// <param name="allowed">What may stand there; empty where the field takes no values at all.</param>
    private ProblemException Wrong(string field, string value, ReadOnlySpan<string> allowed) =>
        new(
            new Problem(
                "profile_choice",
                ("file", file),
                ("field", field),
                ("value", value),
                ("allowed", allowed.IsEmpty ? "\"\"" : string.Join("、", allowed.ToArray()))
            )
        );
}
