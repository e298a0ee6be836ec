using System.Globalization;
using Hotspot.Geo;
using Hotspot.Language;
using Hotspot.Settings;
using Sylvan.Data.Csv;

namespace Hotspot.Runs.Rules;

/// <summary>A table of rules that people edit: one sheet of the workbook, one file of the home's <c>rules/</c>.</summary>
/// <param name="Name">issues | rates | denominators | streets: file name, and the end of its phrases.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Key">Columns that name what a row is about: its periods of validity must not overlap.</param>
/// <param name="NeedsNoGap">Between two periods of one thing there is no day without a rule.</param>
/// <param name="MayBeEmpty">None ship; the user's own rows are all there are.</param>
internal sealed record RuleTable(
    string Name,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> Key,
    bool NeedsNoGap,
    bool MayBeEmpty = false
)
{
    public static readonly IReadOnlyList<RuleTable> All =
    [
        new(
            "issues",
            ["issue", "is_six_plus_n", "valid_from", "valid_until", "category_patterns", "text_patterns", "note"],
            ["issue"],
            false
        ),
        new("rates", ["valid_from", "valid_until", "contacted", "satisfied", "resolved", "basic", "note"], [], true),
        new(
            "denominators",
            ["district", "street", "residents", "area_km2", "valid_from", "valid_until", "note"],
            ["district", "street"],
            NeedsNoGap: false,
            MayBeEmpty: true
        ),
        new(
            "streets",
            [
                "code",
                "district",
                "name",
                "kind",
                "aliases",
                "longitude",
                "latitude",
                "point_from",
                "valid_from",
                "valid_until",
                "successor",
            ],
            ["district", "name"],
            false
        ),
    ];

    public string Sheet(Phrasebook phrases) => phrases[$"rules.sheet.{Name}"];

    public string FileOf(Home home) => Path.Combine(home.Rules, Name + ".csv");

    public int At(string column) => Columns.ToList().IndexOf(column);

    /// <summary>The rows in force: the home's own file, else the one that ships.</summary>
    public List<IReadOnlyList<string?>> Read(Home home)
    {
        using var reader = CsvDataReader.Create(
            ReferenceTable.PathOf($"codes/{Name}.csv", home.Rules),
            new CsvDataReaderOptions { HasHeaders = true, StringFactory = null }
        );
        var places = Columns.Select(reader.GetOrdinal).ToArray();
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
            rows.Add([.. places.Select(place => reader.GetString(place) is { Length: > 0 } text ? text : null)]);
        return rows;
    }

    public static DateOnly? Day(string? text) =>
        text is not null
        && DateOnly.TryParseExact(text.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
