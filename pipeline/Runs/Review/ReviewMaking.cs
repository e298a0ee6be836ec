using System.Security.Cryptography;
using System.Text;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs.Review;

/// <summary>Writes the workbook of what is doubtful, masked, the heaviest first.</summary>
internal static class ReviewMaking
{
    public const string Kind = "review";

    /// <exception cref="OperatorException">Nothing was loaded yet (exit 4).</exception>
    public static ReviewResult Run(RunContext context, ReviewRequest request)
    {
        var home = context.Home;
        using var held = RunLock.Take(home);
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        var session = store.Session;
        var lastDay = ReviewTable.LastDay(session) ?? throw PublishedData.Nothing(context);
        session.Execute("Store/published");
        var city = HomeCity.Of(context);
        var lists = ReviewLists.Of(city, session, lastDay);
        var candidates = Candidates.Of(session, lastDay, request.Rows ?? context.Settings.ReviewRows, context.Phrases);
        var items = candidates
            .Select(
                (one, i) =>
                    new ReviewItem(i + 1, one.Kind, one.Scope, one.Key, ReviewTable.Present(session, one.Kind, one.Scope, one.Key).Value)
            )
            .ToList();
        var id = Id(items);
        var file = request.Output ?? Path.Combine(home.Review, context.Phrases.Say("review.file", ("day", lastDay.Iso())));
        var choices = new PlaceChoices(city);
        var rows = items.Zip(candidates, (item, candidate) => new AskedRow(item, candidate, choices.Of(item))).ToList();
        var form = Form(id, rows, lists, context.Phrases);
        ReviewTable.Write(session, id, items);
        AtomicFile.Write(file, stream => FormFile.Write(form, stream));
        return new ReviewResult(ReviewAction.Make, file, items.Count, 0, 0, [], [], null);
    }

    /// <param name="Choices">Known places to choose from.</param>
    private sealed record AskedRow(ReviewItem Item, Candidate Candidate, IReadOnlyList<PlaceChoice> Choices);

    private static FormBook Form(string id, List<AskedRow> rows, ReviewLists lists, Phrasebook phrases) =>
        new(
            Kind,
            id,
            phrases["review.title"],
            phrases["review.instructions"].Split('\n'),
            phrases["form.instructions"],
            phrases["form.lists"],
            [.. ReviewSheet.All.Select(sheet => Sheet(sheet, [.. rows.Where(row => row.Item.Kind == sheet.Kind)], phrases))],
            [
                .. ReviewSheet.Lists(lists, phrases),
                .. rows.Where(row => row.Choices.Count > 0).Select(row => ReviewSheet.ListOf(row.Item.No, row.Choices)),
            ]
        );

    private static FormSheet Sheet(ReviewSheet sheet, List<AskedRow> rows, Phrasebook phrases)
    {
        var choice = sheet.Asked.ToList().IndexOf(ReviewSheet.NewChoice);
        IReadOnlyList<object?> Cells(AskedRow row) =>
            [
                (long)row.Item.No,
                .. row.Candidate.Shown,
                .. choice < 0 ? [] : (object?[])[Shown(row.Choices)],
                .. Enumerable.Repeat<object?>(null, sheet.Asked.Count + 1),
            ];
        return new FormSheet(
            sheet.Name(phrases),
            sheet.Columns(phrases),
            rows.ConvertAll(Cells),
            [
                .. rows.Select((row, i) => (row, i))
                    .Where(at => at.row.Choices.Count > 0)
                    .Select(at => new FormChoice(at.i, sheet.ColumnOf(choice), ReviewSheet.ListOf(at.row.Item.No, at.row.Choices).Name)),
            ]
        );
    }

    private static string? Shown(IReadOnlyList<PlaceChoice> choices) =>
        choices.Count == 0 ? null : string.Join('、', choices.Select(choice => choice.Label));

    /// <summary>The same questions are the same workbook.</summary>
    private static string Id(List<ReviewItem> items)
    {
        var text = string.Concat(
            items.Select(item =>
                $"{item.No} {Snake.Code(item.Kind)} {Snake.Code(item.Scope)} {item.Key} {OverrideTable.Write(item.Present)}\n"
            )
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
