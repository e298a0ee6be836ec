using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Retry;
using Hotspot.Runs.Review;
using Hotspot.Runs.Rules;

namespace Hotspot.Runs.Forms;

/// <summary>A workbook of the program's own where an export was expected: people hand both in at the same door.</summary>
/// <param name="Kind">As <see cref="FormBook.Kind"/>; its name for people is the phrase <c>form.book.KIND</c>.</param>
/// <param name="Command">What takes it back.</param>
internal sealed record OwnBook(string Path, string Kind, string Command)
{
    private static readonly Dictionary<string, string> Commands = new()
    {
        [MendBook.Kind] = "load --retry",
        [ReviewMaking.Kind] = "review apply",
        [ProfileForm.Kind] = "review apply",
        [RulesRun.Kind] = "rules import",
        [CallSheet.Kind] = "callback record",
    };

    /// <summary>Null: none of ours, or a file that cannot be read; reading it says why.</summary>
    public static OwnBook? Of(string path)
    {
        try
        {
            return FormMark.Of(path) is { Kind: var kind } && Commands.TryGetValue(kind, out var command)
                ? new OwnBook(path, kind, command)
                : null;
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <exception cref="OperatorException">One of the files is a workbook of ours (exit 2).</exception>
    public static void Refuse(IReadOnlyList<string> files, Phrasebook phrases)
    {
        if (files.Select(Of).FirstOrDefault(book => book is not null) is { } own)
            throw new OperatorException(
                ExitCode.WrongUse,
                "own_book",
                ("file", System.IO.Path.GetFileName(own.Path)),
                ("book", phrases[$"form.book.{own.Kind}"]),
                ("command", own.Command),
                ("path", own.Path)
            );
    }
}
