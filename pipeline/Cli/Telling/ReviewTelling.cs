using System.Text.Json.Nodes;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Review;
using Hotspot.Store;

namespace Hotspot.Cli.Telling;

/// <summary>Tells a review: the workbook and what to do with it, what was decided, and every row that could not be taken.</summary>
internal static class ReviewTelling
{
    public static ExitCode ExitOf(ReviewResult result) =>
        result.Problems.Count > 0 && result.Applied == 0 ? ExitCode.WrongUse : ExitCode.Done;

    public static void Tell(Desk desk, ReviewResult result)
    {
        switch (result.Action)
        {
            case ReviewAction.Make:
                desk.Say(
                    result.Profile is null ? "cli.review.made" : "cli.review.profile_form",
                    ("count", result.Asked),
                    ("file", result.File)
                );
                desk.Next($"review apply \"{result.File}\"");
                break;
            case ReviewAction.Apply when result.Profile is { } profile:
                desk.Say("cli.review.profile", ("profile", profile), ("file", result.File));
                desk.Next(result.Export is { } export ? $"load \"{export}\"" : "load");
                break;
            case ReviewAction.Apply:
                Problems(desk, result.Problems);
                TellApplied(desk, result);
                break;
            case ReviewAction.Undo:
                Entries(desk, result.Entries);
                desk.Say("cli.review.undone", ("orders", Wording.Count(result.Orders)), ("generation", result.Generation));
                break;
            default:
                if (result.Entries.Count == 0)
                    desk.Say("cli.review.none");
                Entries(desk, result.Entries);
                break;
        }
    }

    public static JsonObject JsonOf(ReviewResult result) =>
        JsonLine.Fields(
            new
            {
                Action = Wording.Code(result.Action),
                result.File,
                result.Asked,
                result.Applied,
                result.Orders,
                result.Problems,
                Decisions = result.Entries.Select(Fields),
                result.Generation,
                result.Profile,
            }
        );

    private static void TellApplied(Desk desk, ReviewResult result)
    {
        if (result.Applied > 0)
        {
            desk.Say(
                "cli.review.applied",
                ("count", result.Applied),
                ("orders", Wording.Count(result.Orders)),
                ("generation", result.Generation)
            );
            desk.Next("review list");
        }
        else
        {
            desk.Say(result.Problems.Count > 0 ? "cli.review.refused" : "cli.review.blank", ("count", result.Problems.Count));
        }
    }

    public static void Problems(Desk desk, IReadOnlyList<ReviewProblem> problems)
    {
        foreach (var problem in problems)
            desk.Voice.WriteLine(
                "  "
                    + desk.Phrase(
                        "cli.review.problem",
                        ("sheet", problem.Sheet),
                        ("row", problem.Row),
                        ("column", problem.Column),
                        ("what", desk.Phrase($"review.problem.{problem.Code}", ("value", problem.Value)))
                    )
            );
    }

    private static void Entries(Desk desk, IReadOnlyList<OverrideEntry> entries)
    {
        foreach (var entry in entries)
            desk.Say(
                entry.Undoes is null ? "cli.review.entry" : "cli.review.entry_undoing",
                ("no", entry.No),
                ("at", entry.MadeAt.ToString("yyyy-MM-dd HH:mm", null)),
                ("by", entry.MadeBy),
                ("kind", desk.Phrase($"review.sheet.{Wording.Code(entry.Kind)}")),
                ("key", string.Join(" / ", OverrideKey.Parts(entry.Key).Where(part => part is not ("" or "category" or "text")))),
                ("old", Shown(entry.Old)),
                ("new", Shown(entry.New)),
                ("reason", entry.Reason ?? "—"),
                ("undoes", entry.Undoes),
                ("state", desk.Phrase(entry.IsInForce ? "cli.review.in_force" : "cli.review.past"))
            );
    }

    private static string Shown(Correction? c) =>
        string.Join(
            ' ',
            ((string?[])[c?.Issue, c?.District, c?.Street, c?.Place, c?.Disposition, c?.Incident])
                .Where(part => part is not null)
                .DefaultIfEmpty("—")
        );

    private static object Fields(OverrideEntry entry) =>
        new
        {
            entry.No,
            entry.MadeAt,
            entry.MadeBy,
            Kind = Wording.Code(entry.Kind),
            Scope = Wording.Code(entry.Scope),
            Key = OverrideKey.Parts(entry.Key),
            entry.Old,
            entry.New,
            entry.Reason,
            entry.Undoes,
            entry.IsInForce,
        };
}
