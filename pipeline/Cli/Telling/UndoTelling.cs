using System.Globalization;
using Hotspot.Runs.Undo;

namespace Hotspot.Cli.Telling;

/// <summary>Tells what an undo takes back, and afterwards what is as before, where the files are and what is to be written anew.</summary>
internal static class UndoTelling
{
    public static void TellFound(Desk desk, UndoResult found)
    {
        desk.Say(found.Resumed ? "cli.undo.resumed" : "cli.undo.write", ("write", Write(desk, found.Verb)), ("at", At(found.At)));
        foreach (var file in found.Files)
            Line(
                desk,
                "cli.undo.file",
                ("name", file.Name),
                ("read", Wording.Count(file.Read)),
                ("inserted", Wording.Count(file.Inserted)),
                ("updated", Wording.Count(file.Updated)),
                ("unchanged", Wording.Count(file.Unchanged)),
                ("rejected", Wording.Count(file.Rejected))
            );
        if (found.Orders > 0)
            Line(desk, "cli.undo.orders", ("orders", Wording.Count(found.Orders)));
        if (found.Decisions > 0)
            Line(desk, "cli.undo.decisions", ("count", Wording.Count(found.Decisions)));
        if (found.RuleFiles.Count > 0)
            Line(desk, "cli.undo.rules", ("files", desk.List(found.RuleFiles)));
        Line(
            desk,
            found.Withdrawn is null ? "cli.undo.unpublished"
                : found.Generation is null ? "cli.undo.first"
                : "cli.undo.generation",
            ("now", found.Withdrawn),
            ("before", found.Generation)
        );
    }

    public static void TellDone(Desk desk, UndoResult done)
    {
        desk.Blank();
        desk.Say(done.Generation is null ? "cli.undo.done_empty" : "cli.undo.done", ("generation", done.Generation));
        if (done.Returned.Count > 0)
            desk.Say("cli.undo.returned", ("folder", desk.Home.TakenBack), ("files", desk.List(done.Returned.Select(Path.GetFileName))));
        if (done.Verb == "retry")
            desk.Say("cli.undo.retry");
        if (done.Drafts.Count > 0)
            desk.Say("cli.undo.drafts", ("drafts", desk.List(done.Drafts)));
        if (done.Finals.Count > 0)
            desk.Say("cli.undo.finals", ("finals", desk.List(done.Finals)));
        if (done.Earlier is { } run)
            desk.Say("cli.undo.earlier", ("write", Write(desk, run.Verb)), ("at", At(run.At)));
        desk.Next("status");
    }

    private static void Line(Desk desk, string key, params ReadOnlySpan<(string Name, object? Value)> places) =>
        desk.Voice.WriteLine("  " + desk.Phrase(key, places));

    private static string Write(Desk desk, string verb) => desk.Phrase($"cli.undo.verb.{verb}");

    private static string At(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
