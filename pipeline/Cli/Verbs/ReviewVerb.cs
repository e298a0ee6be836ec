using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs.Review;

namespace Hotspot.Cli.Verbs;

/// <summary><c>review make [FILE] [-o FILE] [--rows N]</c>, <c>review apply FILE [--partial] [--by NAME]</c>, <c>review undo [N]</c>, <c>review list</c>.</summary>
internal sealed class ReviewVerb : IVerb
{
    private const int MostRows = 100_000;

    private static readonly (string Word, ReviewAction Action)[] Actions =
    [
        .. Enum.GetValues<ReviewAction>().Select(action => (Wording.Code(action), action)),
    ];

    private readonly Argument<string[]> _words = new("make|apply|undo|list") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE" };
    private readonly Option<string?> _rows = new("--rows") { HelpName = "N" };
    private readonly Option<bool> _partial = new("--partial");
    private readonly Option<string?> _by = new("--by") { HelpName = "NAME" };

    public ReviewVerb() => Command = new Command("review") { _words, _output, _rows, _partial, _by };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var result = Do(desk, Request(parse, desk));
        return new Outcome(ReviewTelling.ExitOf(result), ReviewTelling.JsonOf(result));
    }

    public static ReviewResult Do(Desk desk, ReviewRequest request)
    {
        var result = desk.Work("review", (context, cancel) => desk.Runs.Review(context, request, cancel));
        ReviewTelling.Tell(desk, result);
        return result;
    }

    private ReviewRequest Request(ParseResult parse, Desk desk)
    {
        var words = parse.GetValue(_words) ?? [];
        var expected = string.Join(" | ", Actions.Select(action => action.Word));
        if (words.Length == 0)
            throw new OperatorException(ExitCode.WrongUse, "cli_review_missing", ("expected", expected));
        var known = Actions.FirstOrDefault(action => string.Equals(action.Word, words[0], StringComparison.OrdinalIgnoreCase));
        if (known.Word is null)
            throw new OperatorException(ExitCode.WrongUse, "cli_review_unknown", ("value", words[0]), ("expected", expected));
        if (words.Length > 2 || (words.Length == 2 && known.Action == ReviewAction.List))
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_word_unknown",
                ("verb", "review"),
                ("word", words[^1]),
                ("help", parse.HelpLine())
            );
        var word = words.ElementAtOrDefault(1);
        if (known.Action == ReviewAction.Apply && word is null)
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_option_missing",
                ("option", "FILE"),
                ("verb", "review apply"),
                ("help", parse.HelpLine())
            );
        long? number = null;
        if (known.Action == ReviewAction.Undo && word is not null)
            number = long.TryParse(word, out var no) && no > 0 ? no : throw OptionReading.Wrong("undo", word, "1 …");
        var file = word is null || known.Action == ReviewAction.Undo ? null : Path.GetFullPath(word, desk.Terminal.Folder);
        if (file is not null && !File.Exists(file))
            throw new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", file));
        return new ReviewRequest(
            known.Action,
            file,
            parse.Text(_output) is { } output ? Path.GetFullPath(output, desk.Terminal.Folder) : null,
            (int?)parse.Whole(_rows, 1, MostRows),
            parse.GetValue(_partial),
            parse.Text(_by) ?? Environment.UserName,
            number
        );
    }
}
