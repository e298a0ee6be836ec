using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs.Cuts;

namespace Hotspot.Cli.Verbs;

/// <summary>
/// <c>cut [SENTENCE] [filters] [--by …] [-o FILE]</c>, <c>cut run NAME</c>, <c>cut list</c>: complaints counted as an analyst asks for them. What the values mean
/// is read by the run, which knows the code lists.
/// </summary>
internal sealed class CutVerb : IVerb
{
    private static readonly (string Word, bool IsPublic)[] Audiences = [("internal", false), ("public", true)];

    private static readonly Dictionary<string, string> Values = new()
    {
        ["period"] = "2025-W17|2025-04|2025-Q2|2025",
        ["from"] = "DATE",
        ["to"] = "DATE",
        ["stream"] = "A|B|own",
        ["order-type"] = "NAME,…",
        ["district"] = "NAME,…",
        ["street"] = "NAME,…",
        ["community"] = "NAME,…",
        ["issue"] = "NAME,…",
        ["hot-issue"] = "ID,…",
        ["category"] = "NAME,…",
        ["hours"] = "22-6",
        ["weekday"] = "1-5",
        ["day-kind"] = "workday|weekend|holiday",
        ["place"] = "TEXT",
        ["near"] = "LON,LAT,METRES",
        ["within"] = "FILE.geojson",
        ["keyword"] = "TEXT",
        ["status"] = "NAME,…",
        ["except"] = "NAME,…",
        ["by"] = "street,hour,…",
        ["pivot"] = "hour",
        ["measure"] = "complaints,incidents,…",
        ["at-least"] = "N",
        ["top"] = "N",
        ["sort"] = "NAME[:asc|:desc]",
    };

    private readonly Argument<string[]> _words = new("SENTENCE|run|list") { Arity = ArgumentArity.ZeroOrMore };
    private readonly List<(string Name, Option<string[]> Option)> _values = [];
    private readonly List<(string Name, Option<bool> Option)> _flags = [];
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE" };
    private readonly Option<string?> _save = new("--save") { HelpName = "NAME" };
    private readonly Option<string?> _for = new("--for") { HelpName = "UNIT" };
    private readonly Option<string?> _purpose = new("--purpose") { HelpName = "TEXT" };
    private readonly Option<string?> _audience = new("--audience") { HelpName = "internal|public" };

    public CutVerb()
    {
        Command = new Command("cut") { _words };
        foreach (var name in CutOptions.All)
        {
            if (CutOptions.Flags.Contains(name))
                Add(new Option<bool>("--" + name), option => _flags.Add((name, option)));
            else
                Add(
                    new Option<string[]>("--" + name) { HelpName = Values[name], Arity = ArgumentArity.OneOrMore },
                    option => _values.Add((name, option))
                );
        }
        foreach (var option in (Option[])[_output, _save, _for, _purpose, _audience])
            Command.Add(option);
    }

    private void Add<T>(Option<T> option, Action<Option<T>> keep)
    {
        Command.Add(option);
        keep(option);
    }

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        if (parse.Word(_audience, Audiences) ?? false)
            throw new OperatorException(ExitCode.WrongUse, "cli_cut_public");
        var words = parse.GetValue(_words) ?? [];
        if (words is ["list"])
            return List(desk);
        var saved = words is ["run", var name] ? name : null;
        if (words is ["run", var kept, _, ..])
            throw new OperatorException(ExitCode.WrongUse, "cli_cut_run_words", ("name", CutErrors.Shown(kept)));
        if (words is ["run"])
            throw new OperatorException(ExitCode.WrongUse, "cli_cut_name_missing", ("help", parse.HelpLine()));
        var request = new CutRequest(saved is null && words.Length > 0 ? string.Join(' ', words) : null, [.. Terms(parse)]);
        var orders = Orders(parse, desk, saved);
        var result = desk.Work("cut", (context, cancel) => desk.Runs.Cut(context, request, orders, cancel), isLong: false);
        CutTelling.Tell(desk, result);
        return new Outcome(ExitCode.Done, CutTelling.JsonOf(result));
    }

    /// <summary>A sentence, as the menu asks for it.</summary>
    /// <param name="output">File to write; null: none.</param>
    /// <param name="unit">Whom the register says it was for; null: no entry.</param>
    public static CutResult Ask(Desk desk, string sentence, string? output = null, string? unit = null) =>
        desk.Work(
            "cut",
            (context, cancel) =>
                desk.Runs.Cut(
                    context,
                    new CutRequest(sentence, []),
                    new CutOrders(
                        null,
                        output is null ? null : Path.GetFullPath(output, desk.Terminal.Folder),
                        null,
                        unit,
                        null,
                        desk.Clock.Now,
                        desk.Terminal.Folder
                    ),
                    cancel
                ),
            isLong: false
        );

    private IEnumerable<CutTerm> Terms(ParseResult parse)
    {
        foreach (var (name, option) in _values)
        {
            var values = parse.GetValue(option) ?? [];
            if (values.Length > 1 && !CutOptions.Lists.Contains(name) && !CutOptions.Texts.Contains(name))
                throw new OperatorException(ExitCode.WrongUse, "cli_option_twice", ("option", option.Name), ("help", parse.HelpLine()));
            foreach (var value in values)
            {
                // A mistyped option after this one would otherwise be taken for its value.
                if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
                    throw new OperatorException(
                        ExitCode.WrongUse,
                        "cli_value_missing",
                        ("option", option.Name),
                        ("help", parse.HelpLine())
                    );
                yield return new CutTerm(name, value);
            }
        }
        foreach (var (name, option) in _flags)
        {
            if (parse.GetValue(option))
                yield return new CutTerm(name, "");
        }
    }

    private CutOrders Orders(ParseResult parse, Desk desk, string? saved)
    {
        var output = parse.Text(_output);
        if (output is not null && (output.Trim().Length == 0 || output.Any(char.IsControl)))
            throw OptionReading.Wrong("--output", "", "FILE.xlsx");
        var (unit, purpose) = (parse.Text(_for)?.Trim(), parse.Text(_purpose)?.Trim());
        if (string.IsNullOrEmpty(unit) && purpose is not null)
            throw new OperatorException(ExitCode.WrongUse, "cli_cut_purpose_alone");
        return new CutOrders(
            saved,
            output is null ? null : Path.GetFullPath(output, desk.Terminal.Folder),
            parse.Text(_save),
            string.IsNullOrEmpty(unit) ? null : unit,
            purpose,
            desk.Clock.Now,
            desk.Terminal.Folder
        );
    }

    private static Outcome List(Desk desk)
    {
        var cuts = desk.Work("cut", (context, _) => desk.Runs.SavedCuts(context), isLong: false);
        if (cuts.Count == 0)
            desk.Say("cli.cut.none_saved");
        foreach (var cut in cuts)
            desk.Say(
                "cli.cut.saved_line",
                ("name", cut.Name),
                (
                    "request",
                    string.Join(' ', cut.Request.Terms.Select(term => term.ToString()).Prepend(cut.Request.Sentence).OfType<string>())
                )
            );
        return new Outcome(ExitCode.Done, JsonLine.Fields(new { Cuts = cuts }));
    }
}
