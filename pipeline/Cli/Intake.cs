using Hotspot.Cli.Verbs;
using Hotspot.Language;
using Hotspot.Runs;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Retry;
using Hotspot.Runs.Review;
using Hotspot.Runs.Rules;

namespace Hotspot.Cli;

/// <summary>
/// What a person lays before the menu: exports are loaded, the program's own workbooks taken back, and where nobody knows a header a workbook
/// of it is made, taken back here as well. Every method gives false where the input has ended.
/// </summary>
internal sealed class Intake(Desk desk, Prompt prompt)
{
    /// <param name="paths">Files and folders.</param>
    public bool Take(IReadOnlyList<string> paths)
    {
        var full = paths.Select(desk.Existing).ToList();
        var books = full.Where(File.Exists).Select(OwnBook.Of).OfType<OwnBook>().ToList();
        foreach (var book in books)
        {
            var isWanted = prompt.Yes(
                "cli.menu.book",
                ("file", Path.GetFileName(book.Path)),
                ("book", desk.Phrase($"form.book.{book.Kind}"))
            );
            if (isWanted is null || (isWanted.Value && !TakeBack(book)))
                return false;
        }
        var exports = full.Except(books.Select(book => book.Path)).ToList();
        return exports.Count == 0 || Look(exports);
    }

    /// <param name="paths">None: the inbox.</param>
    public bool Load(IReadOnlyList<string> paths)
    {
        try
        {
            return OfferWeekly(LoadVerb.Load(desk, paths, new LoadOptions()));
        }
        catch (RunFailed failed) when (UnknownHeader(failed) is { } header)
        {
            return OfferProfile(header) && (!paths.Contains(FileOf(header)) || LoadOthers(paths, header, Load));
        }
    }

    /// <summary>A preview, then the question.</summary>
    private bool Look(IReadOnlyList<string> paths)
    {
        try
        {
            desk.Say("cli.drop.look", ("count", paths.Count));
            LoadVerb.Load(desk, paths, new LoadOptions(DryRun: true));
        }
        catch (RunFailed failed) when (UnknownHeader(failed) is { } header)
        {
            return OfferProfile(header) && (!paths.Contains(FileOf(header)) || LoadOthers(paths, header, Look));
        }
        return prompt.Yes("cli.drop.load") switch
        {
            null => false,
            false => true,
            true => Load(paths),
        };
    }

    private static bool LoadOthers(IReadOnlyList<string> paths, OperatorException header, Func<IReadOnlyList<string>, bool> take)
    {
        var others = paths.Where(path => path != FileOf(header)).ToList();
        return others.Count == 0 || take(others);
    }

    private static OperatorException? UnknownHeader(RunFailed failed) =>
        failed.InnerException is OperatorException known && Told.IsOfHeader(known) ? known : null;

    private static string FileOf(OperatorException header) => (string)header.Places.First(place => place.Name == "path").Value!;

    /// <summary>A workbook that is there already may be filled in: it is taken back rather than made anew.</summary>
    private bool OfferProfile(OperatorException header)
    {
        var export = FileOf(header);
        desk.Voice.WriteLine(header.Cause(desk.Phrases));
        var book = ProfileForm.PathOf(desk.Home, export, desk.Bulletins);
        if (File.Exists(book) && OwnBook.Of(book) is { } filled)
        {
            return prompt.Yes("cli.menu.profile_there", ("file", book)) switch
            {
                null => false,
                false => true,
                true => TakeBack(filled),
            };
        }
        switch (prompt.Yes("cli.menu.profile_make"))
        {
            case null:
                return false;
            case true:
                ReviewVerb.Do(desk, new ReviewRequest(ReviewAction.Make, export));
                desk.Say("cli.menu.profile_back");
                break;
        }
        return true;
    }

    private bool TakeBack(OwnBook book)
    {
        switch (book.Kind)
        {
            case MendBook.Kind:
                var retried = LoadVerb.Load(desk, [book.Path], new LoadOptions(Retry: true));
                return retried.Files.Count == 0 || OfferWeekly(retried);
            case RulesRun.Kind:
                RulesVerb.Import(book.Path, desk);
                return true;
            case CallSheet.Kind:
                CallbackVerb.Do(desk, CallbackVerb.Record(desk, book.Path, by: null));
                return true;
            default:
                var reviewed = ReviewVerb.Do(desk, new ReviewRequest(ReviewAction.Apply, book.Path, By: Environment.UserName));
                return reviewed.Export is not { } export || Look([export]);
        }
    }

    private bool OfferWeekly(LoadResult result)
    {
        if (result.GateFailed)
            return true;
        switch (prompt.Yes("cli.menu.offer_weekly"))
        {
            case null:
                return false;
            case true:
                ReportVerb.Report(desk, new ReportOptions(Calendar.PeriodKind.Weekly));
                break;
        }
        return true;
    }
}
