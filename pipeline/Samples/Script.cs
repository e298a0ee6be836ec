using System.Text.Json;

namespace Hotspot.Samples;

/// <summary>A text and how often it is taken; shares of one list add up to about 1.</summary>
internal sealed record Option(double Share, string Text);

/// <summary>One kind of complaint: its category path, hours of the day (24 weights), months (12) and words.</summary>
/// <param name="SameNight">Share of its incidents about which more callers ring within hours.</param>
internal sealed record IssueKind(
    string Id,
    string Name,
    string[] Category,
    double Share,
    double[] Hours,
    double Weekend,
    double Holiday,
    double[] Months,
    Dictionary<string, double> Places,
    double SameNight,
    string[] Descriptions,
    string[] Details
);

internal sealed record Texts(
    string[] Openings,
    string[] GeneralDetails,
    string[] LongerDetails,
    string[] Requests,
    string[] Since,
    string[] Times,
    string[] Clock,
    string[] Shops,
    string[] Titles,
    string[] Again,
    string[] Flood,
    Dictionary<string, string> Personal,
    string[] Results,
    string[] Replies,
    Option[] Handled
);

internal sealed record People(
    string[] Surnames,
    string[] Forms,
    string[] Given,
    string Withheld,
    string Plate,
    string Door,
    string[] Organisations
);

internal sealed record PlaceKind(string Id, string[] Names, double Share, double Weight, double Coordinates);

internal sealed record WrittenPlace(double Share, string Form);

internal sealed record PlaceRules(string[] Strip, int PerStreet, PlaceKind[] Kinds, WrittenPlace[] Written, string EstateDoor);

internal sealed record DistrictWeights(string Source, Dictionary<string, double> Population, double Other);

internal sealed record Callback(double Share, string Resolved, string Satisfied);

internal sealed record ExportLayout(
    string MonthFile,
    string PlainFile,
    string WorkbookFile,
    string Sheet,
    string[] Columns,
    string[] Ticked,
    string OrderPrefix,
    string CategorySeparator,
    string TitleLine,
    string Footer,
    string Unknown,
    Option[] OrderTypes,
    Option[] Labels,
    Option[] Streams,
    Option[] Ways,
    string Closed,
    string Open,
    Callback[] Callbacks,
    string ChineseTime,
    string[] Halves
);

/// <summary>Everything that the sample says and how often: the files of <c>data-schemas/samples</c>. All of it is invented.</summary>
internal sealed record Script(
    IssueKind[] Issues,
    Texts Texts,
    People People,
    PlaceRules Places,
    DistrictWeights Districts,
    ExportLayout Export,
    PlantedScript Planted
)
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = false,
    };

    public static Script Load(string folder) =>
        new(
            Read<IssueKind[]>(folder, "issues.json"),
            Read<Texts>(folder, "texts.json"),
            Read<People>(folder, "people.json"),
            Read<PlaceRules>(folder, "places.json"),
            Read<DistrictWeights>(folder, "districts.json"),
            Read<ExportLayout>(folder, "export.json"),
            Read<PlantedScript>(folder, "planted.json")
        );

    public int IssueNumber(string id)
    {
        var number = Array.FindIndex(Issues, i => i.Id == id);
        return number >= 0 ? number : throw new InvalidDataException($"planted.json: no issue '{id}' in issues.json");
    }

    private static T Read<T>(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return JsonSerializer.Deserialize<T>(stream, Snake) ?? throw new InvalidDataException($"{name}: empty");
    }
}
