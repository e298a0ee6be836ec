using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Store;

namespace Hotspot.Runs.Review;

/// <summary>A decision as filled in, with the row that it answers.</summary>
internal sealed record Answer(ReviewItem Item, Correction New, string? Reason);

/// <summary>Reads the filled-in rows of a workbook of corrections against what it asked, the lists, and what holds now.</summary>
internal sealed class Answers(
    IReadOnlyDictionary<int, ReviewItem> items,
    ReviewLists lists,
    PlaceChoices choices,
    Session store,
    Phrasebook phrases
)
{
    public static readonly IReadOnlyList<string> Dispositions =
    [
        .. Enum.GetValues<Disposition>().Where(one => one != Disposition.Unknown).Select(Snake.Code),
    ];

    private readonly List<ReviewProblem> _problems = [];

    public IReadOnlyList<ReviewProblem> Problems => _problems;

    public List<Answer> Read(FilledForm form)
    {
        var answers = new Dictionary<int, Answer>();
        foreach (var sheet in ReviewSheet.All)
        {
            foreach (var row in form.Of(sheet.Name(phrases), sheet.Columns(phrases)))
            {
                var values = Enumerable.Range(0, sheet.Asked.Count).Select(i => row[sheet.ColumnOf(i)]).ToArray();
                if (Array.TrueForAll(values, value => value is null))
                    continue;
                if (!int.TryParse(row[0], out var no) || !items.TryGetValue(no, out var item) || item.Kind != sheet.Kind)
                    Wrong(sheet, row, null, "row_unknown", row[0]);
                else if (New(sheet, row, item, values) is { } correction && Holds(sheet, row, item))
                {
                    if (!answers.TryAdd(no, new Answer(item, correction, row[sheet.ColumnOf(sheet.Asked.Count)])))
                        Wrong(sheet, row, null, "row_twice", row[0]);
                }
            }
        }
        return [.. answers.Values.Where(answer => answer.New != answer.Item.Present).OrderBy(answer => answer.Item.No)];
    }

    private Correction? New(ReviewSheet sheet, FilledRow row, ReviewItem item, string?[] values) =>
        sheet.Kind switch
        {
            OverrideKind.Issue => lists.Issues.Contains(values[0]) ? new Correction(Issue: values[0]) : Unknown(sheet, row, 0, values[0]),
            OverrideKind.Disposition => Dispositions.FirstOrDefault(code => phrases[$"review.disposition.{code}"] == values[0]) is { } code
                ? new Correction(Disposition: code)
                : Unknown(sheet, row, 0, values[0]),
            OverrideKind.Incident => Incident(sheet, row, item, values[0]),
            OverrideKind.Place => Place(sheet, row, item, values),
            _ => Unit(sheet, row, item, values[0], values[1])?.Invoke(null),
        };

    private Correction? Incident(ReviewSheet sheet, FilledRow row, ReviewItem item, string? value)
    {
        if (value == phrases["review.incident.part"])
            return new Correction(Incident: item.Key);
        // The other report stands in the row; only the one that the workbook printed is taken, whose number the item does not hold.
        var other = row[1 + sheet.Shown.ToList().FindIndex(column => column.Key == "other_order")];
        if (value != phrases["review.incident.join"])
            return Unknown(sheet, row, 0, value);
        if (other is null || other == item.Key || ReviewTable.Present(store, OverrideKind.Incident, OverrideScope.Order, other).Orders == 0)
        {
            Wrong(sheet, row, null, "order_gone", other);
            return null;
        }
        return new Correction(
            Incident: ReviewTable.Present(store, OverrideKind.Incident, OverrideScope.Order, other).Value.Incident ?? other
        );
    }

    /// <summary>A known place that was chosen, with what a person typed beside it laid over.</summary>
    private Correction? Place(ReviewSheet sheet, FilledRow row, ReviewItem item, string?[] values)
    {
        var chosen = choices.Of(item).FirstOrDefault(choice => choice.Label == values[0]);
        if (values[0] is { } label && chosen is null)
            return Unknown(sheet, row, 0, label);
        var decided = Unit(sheet, row, item, values[1] ?? chosen?.District, values[2] ?? chosen?.Street, first: 1)
            ?.Invoke(values[3] ?? chosen?.Place.Name);
        if (decided is null || values[3] is not { } typed || choices.NamesPlace(item, decided))
            return decided;
        Wrong(sheet, row, 3, "place_unnamed", typed);
        return null;
    }

    /// <summary>Makes the correction from what a place is to be called; null where district or street are not on the lists.</summary>
    /// <param name="first">Which of the columns asked for is the district; the street follows.</param>
    private Func<string?, Correction>? Unit(
        ReviewSheet sheet,
        FilledRow row,
        ReviewItem item,
        string? district,
        string? street,
        int first = 0
    )
    {
        if (district is not null && !lists.Streets.ContainsKey(district))
        {
            Unknown(sheet, row, first, district);
            return null;
        }
        var within = district ?? item.Present.District;
        if (street is not null && (within is null || !lists.Streets.TryGetValue(within, out var streets) || !streets.Contains(street)))
        {
            Wrong(sheet, row, first + 1, within is null ? "street_without_district" : "street_not_in_district", street);
            return null;
        }
        return place => new Correction(District: street is null ? district : within, Street: street, Place: place);
    }

    /// <summary>Whether what the workbook showed still holds.</summary>
    private bool Holds(ReviewSheet sheet, FilledRow row, ReviewItem item)
    {
        var present = ReviewTable.Present(store, item.Kind, item.Scope, item.Key);
        if (present.Orders > 0 && present.Value == item.Present)
            return true;
        Wrong(sheet, row, null, present.Orders == 0 && item.Scope == OverrideScope.Order ? "order_gone" : "changed_since", row[0]);
        return false;
    }

    private Correction? Unknown(ReviewSheet sheet, FilledRow row, int asked, string? value)
    {
        Wrong(sheet, row, asked, "value_unknown", value);
        return null;
    }

    private void Wrong(ReviewSheet sheet, FilledRow row, int? asked, string code, string? value) =>
        _problems.Add(
            new ReviewProblem(
                row.Sheet,
                row.Row,
                asked is { } at ? sheet.Title(at, phrases) : phrases["review.column.no"],
                code,
                value ?? ""
            )
        );
}
