using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var lastDay = ReviewTable.LastDay(session) ?? throw new OperatorException(ExitCode.Missing, "nothing_loaded", ("home", home.Root));
        session.Execute("Store/published");
        var lists = ReviewLists.Of(HomeCity.Of(context), session, lastDay);
        var candidates = Candidates.Of(session, lastDay, request.Rows ?? context.Settings.ReviewRows, context.Phrases);
        var items = candidates
            .Select(
                (one, i) =>
                    new ReviewItem(i + 1, one.Kind, one.Scope, one.Key, ReviewTable.Present(session, one.Kind, one.Scope, one.Key).Value)
            )
            .ToList();
        var id = Id(items);
        var file =
            request.Output
            ?? Path.Combine(home.Review, context.Phrases.Say("review.file", ("day", lastDay.ToString("O", CultureInfo.InvariantCulture))));
        var form = Form(id, items, candidates, lists, context.Phrases);
        ReviewTable.Write(session, id, items);
        AtomicFile.Write(file, stream => FormFile.Write(form, stream));
        return new ReviewResult(ReviewAction.Make, file, items.Count, 0, 0, [], [], null);
    }

    private static FormBook Form(string id, List<ReviewItem> items, List<Candidate> candidates, ReviewLists lists, Phrasebook phrases) =>
        new(
            Kind,
            id,
            phrases["review.title"],
            phrases["review.instructions"].Split('\n'),
            phrases["form.instructions"],
            phrases["form.lists"],
            [
                .. ReviewSheet.All.Select(sheet => new FormSheet(
                    sheet.Name(phrases),
                    sheet.Columns(phrases),
                    [
                        .. items
                            .Zip(candidates)
                            .Where(pair => pair.First.Kind == sheet.Kind)
                            .Select(pair =>
                                (IReadOnlyList<object?>)
                                    [(long)pair.First.No, .. pair.Second.Shown, .. Enumerable.Repeat<object?>(null, sheet.Asked.Count + 1)]
                            ),
                    ]
                )),
            ],
            ReviewSheet.Lists(lists, phrases)
        );

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
