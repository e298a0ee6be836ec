using System.Globalization;
using Hotspot.Language;
using Hotspot.Outputs.Forms;
using Hotspot.Records;

namespace Hotspot.Runs.Review;

/// <summary>One sheet of the workbook of corrections: what it shows, then what a person fills in, then why.</summary>
/// <param name="Shown">Phrase and width of each column that is shown, after the number.</param>
/// <param name="Asked">Phrase of each column to fill in; the reason follows.</param>
internal sealed record ReviewSheet(OverrideKind Kind, IReadOnlyList<(string Key, double Width)> Shown, IReadOnlyList<string> Asked)
{
    private const string IssueList = "码_问题类型";
    private const string DistrictList = "码_区";
    private const string DispositionList = "码_处置";
    private const string IncidentList = "码_合并";

    /// <summary>Chooses from a list of the row's own, called by its number.</summary>
    public const string NewChoice = "new_choice";
    private const string ChoicePrefix = "选_";

    /// <summary>Lists of streets are called so, with the district behind.</summary>
    public const string StreetPrefix = "街_";

    public static readonly IReadOnlyList<ReviewSheet> All =
    [
        new(OverrideKind.Issue, [("recent", 10), ("complaints", 10), ("category", 32), ("example", 48), ("now_issue", 14)], ["new_issue"]),
        new(
            OverrideKind.Place,
            [
                ("recent", 10),
                ("complaints", 10),
                ("place_text", 32),
                ("stated_district", 12),
                ("stated_street", 14),
                ("now_district", 12),
                ("now_street", 14),
                ("now_place", 28),
                ("choices", 36),
            ],
            [NewChoice, "new_district", "new_street", "new_place"]
        ),
        new(
            OverrideKind.Unit,
            [
                ("recent", 10),
                ("complaints", 10),
                ("order", 22),
                ("stated_street", 16),
                ("stated_district", 12),
                ("example", 48),
                ("now_district", 12),
                ("now_street", 14),
            ],
            ["new_district", "new_street"]
        ),
        new(OverrideKind.Disposition, [("order", 22), ("status", 12), ("example", 48), ("now_disposition", 12)], ["new_disposition"]),
        new(
            OverrideKind.Incident,
            [("order", 22), ("example", 48), ("other_order", 22), ("other_example", 48), ("now_incident", 12)],
            ["new_incident"]
        ),
    ];

    public static ReviewSheet Of(OverrideKind kind) => All.First(sheet => sheet.Kind == kind);

    public string Name(Phrasebook phrases) => phrases[$"review.sheet.{Snake.Code(Kind)}"];

    /// <summary>0-based column of what is asked for; one past the last is the reason.</summary>
    public int ColumnOf(int asked) => 1 + Shown.Count + asked;

    public string Title(int asked, Phrasebook phrases) => phrases[$"review.column.{(asked < Asked.Count ? Asked[asked] : "reason")}"];

    public IReadOnlyList<FormColumn> Columns(Phrasebook phrases)
    {
        var columns = new List<FormColumn> { new(phrases["review.column.no"], 7) };
        columns.AddRange(Shown.Select(column => new FormColumn(phrases[$"review.column.{column.Key}"], column.Width)));
        for (var i = 0; i < Asked.Count; i++)
            columns.Add(new FormColumn(Title(i, phrases), 18, IsFilledIn: true, ListOf(Asked[i]), ParentOf(Asked[i], i)));
        columns.Add(new FormColumn(Title(Asked.Count, phrases), 24, IsFilledIn: true));
        return columns;
    }

    public static IReadOnlyList<FormList> Lists(ReviewLists lists, Phrasebook phrases) =>
        [
            new(IssueList, lists.Issues),
            new(DistrictList, [.. lists.Districts]),
            new(DispositionList, [.. Answers.Dispositions.Select(code => phrases[$"review.disposition.{code}"])]),
            new(IncidentList, [phrases["review.incident.join"], phrases["review.incident.part"]]),
            .. lists.Streets.Select(entry => new FormList(StreetPrefix + entry.Key, entry.Value)),
        ];

    /// <summary>The list of known places that row <paramref name="no"/> offers.</summary>
    public static FormList ListOf(int no, IReadOnlyList<PlaceChoice> choices) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{ChoicePrefix}{no}"), [.. choices.Select(choice => choice.Label)]);

    private static string? ListOf(string asked) =>
        asked switch
        {
            "new_issue" => IssueList,
            "new_district" => DistrictList,
            "new_disposition" => DispositionList,
            "new_incident" => IncidentList,
            _ => null,
        };

    private FormParent? ParentOf(string asked, int at) =>
        asked == "new_street"
            ? new FormParent(StreetPrefix, ColumnOf(at - 1), 1 + Shown.ToList().FindIndex(column => column.Key == "now_district"))
            : null;
}
