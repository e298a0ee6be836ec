using System.Buffers;
using System.CommandLine;
using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs.Callbacks;

namespace Hotspot.Cli.Verbs;

/// <summary>
/// <c>callback plan [--day DATE] [--staff N|NAMES]</c>, <c>callback record FILE [--by NAME]</c>, <c>callback summary weekly|monthly|quarterly|yearly [--period PERIOD]</c>.
/// </summary>
internal sealed class CallbackVerb : IVerb
{
    private const int MostTelephonists = 200;
    private const int LongestName = 20;
    private const string Actions = "plan | record | summary";

    private static readonly char[] Commas = [',', '，', '、', ';', '；', ' ', '　'];
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("<>:\"/\\|?*.");

    private readonly Argument<string[]> _words = new("plan|record|summary") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _day = new("--day") { HelpName = "2025-04-28" };
    private readonly Option<string?> _staff = new("--staff") { HelpName = "N|NAME,NAME" };
    private readonly Option<string?> _by = new("--by") { HelpName = "NAME" };
    private readonly Option<string?> _period = new("--period") { HelpName = "2025-W17|2025-04|2025-Q2|2025" };

    public CallbackVerb() => Command = new Command("callback") { _words, _day, _staff, _by, _period };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var result = Do(desk, Request(parse, desk));
        return new Outcome(CallbackTelling.ExitOf(result), CallbackTelling.JsonOf(result));
    }

    public static CallbackResult Do(Desk desk, CallbackRequest request)
    {
        var result = desk.Work("callback", (context, cancel) => desk.Runs.Callback(context, request, cancel));
        CallbackTelling.Tell(desk, result);
        return result;
    }

    private CallbackRequest Request(ParseResult parse, Desk desk)
    {
        var words = parse.GetValue(_words) ?? [];
        if (words.Length == 0)
            throw new OperatorException(ExitCode.WrongUse, "cli_callback_missing", ("expected", Actions));
        var action = words[0].ToLowerInvariant();
        if (action is not ("plan" or "record" or "summary"))
            throw new OperatorException(ExitCode.WrongUse, "cli_callback_unknown", ("value", words[0]), ("expected", Actions));
        if (words.Length > (action == "plan" ? 1 : 2))
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_word_unknown",
                ("verb", "callback"),
                ("word", words[^1]),
                ("help", parse.HelpLine())
            );
        if (action == "plan")
            return Plan(parse.Day(_day), parse.Text(_staff) ?? "1");
        if (words.Length < 2)
            throw new OperatorException(
                ExitCode.WrongUse,
                "cli_option_missing",
                ("option", action == "record" ? "FILE" : "weekly|monthly|quarterly|yearly"),
                ("verb", "callback " + action),
                ("help", parse.HelpLine())
            );
        return action == "record"
            ? Record(desk, words[1], parse.Text(_by))
            : new SummaryRequest(
                Enum.GetValues<PeriodKind>()
                    .Cast<PeriodKind?>()
                    .FirstOrDefault(kind => string.Equals(Wording.Code(kind!.Value), words[1], StringComparison.OrdinalIgnoreCase))
                    ?? throw new OperatorException(
                        ExitCode.WrongUse,
                        "cli_kind_unknown",
                        ("value", words[1]),
                        ("expected", "weekly | monthly | quarterly | yearly")
                    ),
                parse.Text(_period)
            );
    }

    /// <param name="staff">A number, or names with commas or blanks between.</param>
    public static PlanRequest Plan(DateOnly? day, string staff)
    {
        if (int.TryParse(staff, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return count is >= 1 and <= MostTelephonists
                ? new PlanRequest(day, [], count)
                : throw OptionReading.Wrong("--staff", staff, $"1 – {MostTelephonists}");
        var names = staff.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // A name is a part of the name of a file.
        var isUsable =
            names.Length is >= 1 and <= MostTelephonists
            && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length
            && Array.TrueForAll(
                names,
                name => name.Length <= LongestName && !name.AsSpan().ContainsAny(NotInNames) && !name.Any(char.IsControl)
            );
        return isUsable ? new PlanRequest(day, names) : throw OptionReading.Wrong("--staff", staff, "N | NAME,NAME");
    }

    public static RecordRequest Record(Desk desk, string file, string? by)
    {
        var path = Path.GetFullPath(file, desk.Terminal.Folder);
        return File.Exists(path)
            ? new RecordRequest(path, by ?? Environment.UserName)
            : throw new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", path));
    }
}
