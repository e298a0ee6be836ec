using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>How the reports of a source are cut into issues.</summary>
public enum ProfileIssueFrom
{
    /// <summary>By the bureau's dated rules over categories and text.</summary>
    Rules,

    /// <summary>The first category is the issue.</summary>
    Category1,
}

/// <summary>Degrees, WGS-84; all four sides included.</summary>
public sealed record BoundingBox(double West, double South, double East, double North);

/// <summary>Headers that tell this layout from its relatives: it is taken only where at least <paramref name="AtLeast"/> of them stand.</summary>
public sealed record Signature(int AtLeast, IReadOnlySet<string> Headers);

/// <summary>
/// One layout of exports: which header means what, and how values are written. A new city is a new file, no code.
/// All headers are held in the form of <see cref="Header.Key"/>.
/// </summary>
public sealed record SourceProfile
{
    private HashSet<string>? _aliases;
    private bool? _hidesPeople;

    public required string Id { get; init; }

    /// <summary>Name of the layout for people, in the language of its users.</summary>
    public required string Name { get; init; }
    public required string City { get; init; }

    /// <summary><c>beijing</c>, or <c>none</c> for a city whose holidays are not known.</summary>
    public required string Calendar { get; init; }
    public required ProfileIssueFrom IssueFrom { get; init; }
    public required CoordinateSystem CoordinateSystem { get; init; }

    /// <summary>EPSG code of the metric projection (UTM zone) of the city.</summary>
    public required int ProjectionEpsg { get; init; }
    public required BoundingBox BoundingBox { get; init; }

    /// <summary><c>utf-8</c>, <c>gb18030</c>, or null to find out from the file.</summary>
    public string? Encoding { get; init; }
    public required TimeRules Times { get; init; }

    /// <summary>Stream of every row, or null where the column tells.</summary>
    public OrderStream? FixedStream { get; init; }
    public IReadOnlyList<OrderNumber> OrderNumbers { get; init; } = [];

    /// <summary>The day that the order number holds; null where it is of none of the forms.</summary>
    public DateOnly? OrderDay(string orderNumber)
    {
        foreach (var form in OrderNumbers)
        {
            if (form.DayOf(orderNumber) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>Tried in order; the first that occurs in the cell parts it.</summary>
    public IReadOnlyList<string> CategorySeparators { get; init; } = [];
    public required Signature Signature { get; init; }

    /// <summary>The same layout for a file that a person says is of it: what tells it from its relatives is not asked.</summary>
    public SourceProfile Named => this with { Signature = new Signature(0, new HashSet<string>()) };

    /// <summary>Aliases of each field, best first. A header may feed several fields.</summary>
    public required IReadOnlyDictionary<Field, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>Fields of which only the value that holds counts as content; of all others what stands in further columns counts too, like other free text.</summary>
    public required IReadOnlySet<Field> Coalesced { get; init; }

    /// <summary>Free text that counts as content but is not stored, only hashed after masking.</summary>
    public required IReadOnlySet<string> OtherText { get; init; }

    /// <summary>Known headers that carry nothing the pipeline uses.</summary>
    public required IReadOnlySet<string> Ignored { get; init; }

    /// <summary>Beginnings of the first cell of a line under the table: 合计, 制表.</summary>
    public required IReadOnlyList<string> FooterWords { get; init; }

    /// <summary>Written value → canonical value, per field; an empty canonical value means "nothing said".</summary>
    public required IReadOnlyDictionary<Field, ValueMap> Values { get; init; }

    /// <summary>True where a header was learned from an export that names people in it: it is known as it was told.</summary>
    public bool HidesPeople =>
        _hidesPeople ??= Columns
            .Values.SelectMany(aliases => aliases)
            .Concat(OtherText)
            .Concat(Ignored)
            .Any(header => header.Contains('×', StringComparison.Ordinal));

    /// <summary>True where the header is known at all, be it only to be ignored.</summary>
    public bool Knows(string headerKey) => OtherText.Contains(headerKey) || Ignored.Contains(headerKey) || IsColumn(headerKey);

    public bool IsColumn(string headerKey) =>
        (_aliases ??= Columns.Values.SelectMany(aliases => aliases).ToHashSet(StringComparer.Ordinal)).Contains(headerKey);
}
