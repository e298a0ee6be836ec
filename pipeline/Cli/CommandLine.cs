using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Hotspot.Cli.Verbs;
using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary>The grammar: the verbs, the global options, and files dropped on the program in place of a verb.</summary>
internal sealed class CommandLine
{
    private readonly RootCommand _root = new();
    private readonly Argument<string[]> _dropped = new("FILE") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };

    public CommandLine()
    {
        _root.Add(_dropped);
        foreach (var option in Options.All)
            _root.Add(option);
        foreach (var verb in Verbs)
            _root.Add(verb.Command);
        foreach (var option in _root.Options)
        {
            if (option is HelpOption or VersionOption)
                option.Action = new PageAction(option is VersionOption);
        }
        // Verbs are called by hand; without an action the parser would ask for a subcommand.
        _root.SetAction(_ => 0);
        foreach (var verb in Verbs)
            verb.Command.SetAction(_ => 0);
    }

    public GlobalOptions Options { get; } = new();

    /// <summary>In the order of the help.</summary>
    public IReadOnlyList<IVerb> Verbs { get; } =
    [
        new DemoVerb(),
        new InitVerb(),
        new LoadVerb(),
        new ReportVerb(),
        new CutVerb(),
        new CallbackVerb(),
        new ReviewVerb(),
        new RulesVerb(),
        new UndoVerb(),
        new StatusVerb(),
        new CheckVerb(),
        new TrainVerb(),
        new BacktestVerb(),
        new NightlyVerb(),
        new ScheduleVerb(),
        new HomeVerb(),
        new ExplainVerb(),
        new DiffVerb(),
        new SampleVerb(),
        new SchemaVerb(),
    ];

    /// <summary>Response files are off: a path that begins with @ is a path.</summary>
    public ParseResult Parse(IReadOnlyList<string> args) => _root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public IVerb? VerbOf(ParseResult parse) => Verbs.FirstOrDefault(verb => ReferenceEquals(verb.Command, parse.CommandResult.Command));

    public IReadOnlyList<string> Dropped(ParseResult parse) => parse.GetValue(_dropped) ?? [];

    /// <summary>A shell asks for completions with the <c>[suggest]</c> directive.</summary>
    public bool AsksForSuggestions(ParseResult parse) =>
        _root.Directives.OfType<SuggestDirective>().Any(directive => parse.GetResult(directive) is not null);

    /// <summary>Says what is wrong with the line in our own words.</summary>
    /// <exception cref="OperatorException">Exit 2; nothing was touched.</exception>
    public void Check(ParseResult parse)
    {
        var verb = parse.VerbName();
        foreach (var result in ChainOf(parse.CommandResult))
        {
            foreach (var token in result.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens))
            {
                if (token.Value.Length > 1 && token.Value[0] == '-')
                    throw Unknown(token.Value, parse);
            }
        }
        if (parse.UnmatchedTokens is [var first, ..])
            throw Unknown(first, parse);
        if (Dropped(parse).FirstOrDefault(path => verb.Length > 0 || !Path.Exists(path)) is { } word)
            throw Unknown(word, parse);
        foreach (var error in parse.Errors)
        {
            throw error.SymbolResult is OptionResult option
                ? new OperatorException(
                    ExitCode.WrongUse,
                    option.Tokens.Count == 0 ? "cli_value_missing" : "cli_option_twice",
                    ("option", option.Option.Name),
                    ("help", parse.HelpLine())
                )
                : new OperatorException(ExitCode.WrongUse, "cli_line_wrong", ("detail", error.Message), ("help", parse.HelpLine()));
        }
    }

    private static IEnumerable<CommandResult> ChainOf(CommandResult? command)
    {
        for (; command is not null; command = command.Parent as CommandResult)
            yield return command;
    }

    private OperatorException Unknown(string word, ParseResult parse)
    {
        var isOption = word[0] == '-';
        var verb = parse.VerbName();
        IEnumerable<string> known = isOption
            ? parse.CommandResult.Command.Options.Concat(Options.All).Select(option => option.Name)
            : Verbs.Select(v => v.Command.Name);
        var code =
            isOption ? "cli_option_unknown"
            : verb.Length == 0 ? "cli_verb_unknown"
            : "cli_word_unknown";
        // A word too many after a verb is no mistyped verb.
        var nearest = isOption || verb.Length == 0 ? Nearest.Of(word.Split('=', ':')[0], known) : null;
        return new OperatorException(
            ExitCode.WrongUse,
            nearest is null ? code : code + "_near",
            ("word", word),
            ("verb", verb),
            ("help", parse.HelpLine()),
            ("nearest", nearest)
        );
    }
}
