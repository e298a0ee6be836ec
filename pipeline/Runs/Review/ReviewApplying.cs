using Hotspot.Enrich;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Review;

/// <summary>Takes decisions back from a workbook, or takes one back altogether: written down, orders derived anew, incidents remade, published; one transaction.</summary>
internal static class ReviewApplying
{
    /// <exception cref="OperatorException">The workbook was not made from this home (exit 2).</exception>
    public static ReviewResult Apply(RunContext context, ReviewRequest request, FilledForm form, CancellationToken cancel)
    {
        using var held = RunLock.Take(context.Home);
        var ledger = new RunLedger(context, "review");
        using var store = WritingStore.Open(context, ledger, "review");
        var session = store.Session;
        var items = ReviewTable.Read(session, form.Id).ToDictionary(item => item.No);
        if (items.Count == 0)
            throw new OperatorException(ExitCode.WrongUse, "review_foreign", ("file", form.File));
        var city = HomeCity.Of(context);
        session.Execute("Store/published");
        var checks = new Answers(
            items,
            ReviewLists.Of(city, session, ReviewTable.LastDay(session)!.Value),
            new PlaceChoices(city),
            session,
            context.Phrases
        );
        var answers = checks.Read(form);
        var asked = answers.Count + checks.Problems.Count;
        if (answers.Count == 0 || (checks.Problems.Count > 0 && !request.Partial))
            return new ReviewResult(ReviewAction.Apply, form.File, asked, 0, 0, checks.Problems, [], null);

        var entries = answers.ConvertAll(answer => new OverrideEntry(
            0,
            context.Clock.Now,
            request.By,
            answer.Item.Kind,
            answer.Item.Scope,
            answer.Item.Key,
            answer.Item.Present,
            answer.New,
            answer.Reason is { } reason ? Masking.Mask(reason) : null,
            null,
            true
        ));
        var (orders, generation) = Write(context, ledger, store, city, entries, form.Id, cancel);
        return new ReviewResult(
            ReviewAction.Apply,
            form.File,
            asked,
            entries.Count,
            orders,
            checks.Problems,
            [.. OverrideTable.All(session).Take(entries.Count)],
            generation
        );
    }

    /// <exception cref="OperatorException">No such decision holds (exit 4).</exception>
    public static ReviewResult Undo(RunContext context, ReviewRequest request, CancellationToken cancel)
    {
        using var held = RunLock.Take(context.Home);
        var ledger = new RunLedger(context, "review");
        using var store = WritingStore.Open(context, ledger, "review");
        var entry = OverrideTable
            .All(store.Session)
            .FirstOrDefault(one => one.IsInForce && (request.Number is null || one.No == request.Number));
        if (entry is null)
            throw new OperatorException(ExitCode.Missing, "review_no_decision", ("number", request.Number?.ToString(null, null) ?? "-"));
        var undoing = entry with
        {
            MadeAt = context.Clock.Now,
            MadeBy = request.By,
            Old = entry.New,
            New = entry.Old ?? new Correction(),
            Undoes = entry.No,
        };
        var (orders, generation) = Write(context, ledger, store, HomeCity.Of(context), [undoing], null, cancel);
        return new ReviewResult(ReviewAction.Undo, null, 1, 1, orders, [], [entry], generation);
    }

    public static ReviewResult List(RunContext context)
    {
        if (!File.Exists(context.Home.Store))
            return new ReviewResult(ReviewAction.List, null, 0, 0, 0, [], [], null);
        using var held = RunLock.Take(context.Home);
        using var store = ComplaintStore.Open(context.Home.Store, context.Limits);
        var all = OverrideTable.All(store.Session);
        return new ReviewResult(ReviewAction.List, null, all.Count, 0, 0, [], all, null);
    }

    private static (long Orders, string Generation) Write(
        RunContext context,
        RunLedger ledger,
        ComplaintStore store,
        CityReference city,
        IReadOnlyList<OverrideEntry> entries,
        string? workbook,
        CancellationToken cancel
    )
    {
        var session = store.Session;
        var all = OverrideTable.All(session);
        var next = all.Count == 0 ? 1 : all.Max(entry => entry.No) + 1;
        return RederivationStep.Run(
            context,
            ledger,
            session,
            ("review", ""),
            city,
            OverrideTable.InForce([.. all, .. entries.Select((entry, i) => entry with { No = next + i })]),
            on =>
            {
                foreach (var entry in entries)
                    ReviewTable.Touch(on, entry.Kind, entry.Scope, entry.Key);
            },
            on =>
            {
                foreach (var entry in entries)
                    OverrideTable.Add(on, entry, workbook);
            },
            cancel
        );
    }
}
