using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs.Rules;

namespace Hotspot.Cli.Verbs;

/// <summary><c>rules export [-o FILE]</c>, <c>rules import FILE</c>: the dated tables of rules as a workbook.</summary>
internal sealed class RulesVerb : IVerb
{
    private readonly Argument<string[]> _words = new("export|import") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE" };

    public RulesVerb() => Command = new Command("rules") { _words, _output };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var result = (parse.GetValue(_words) ?? []) switch
        {
            ["export"] => Export(parse, desk),
            ["import", var file] => Import(Path.GetFullPath(file, desk.Terminal.Folder), desk),
            _ => throw new OperatorException(ExitCode.WrongUse, "cli_rules_words", ("help", parse.HelpLine())),
        };
        return new Outcome(result.Problems.Count > 0 ? ExitCode.WrongUse : ExitCode.Done, JsonLine.Fields(result));
    }

    private RulesResult Export(ParseResult parse, Desk desk)
    {
        var output = parse.Text(_output) is { } path ? Path.GetFullPath(path, desk.Terminal.Folder) : null;
        var result = desk.Work("rules", (context, _) => desk.Runs.ExportRules(context, output), isLong: false);
        desk.Say("cli.rules.exported", ("tables", desk.List(result.Tables)), ("file", result.File));
        desk.Next($"rules import \"{result.File}\"");
        return result;
    }

    public static RulesResult Import(string file, Desk desk)
    {
        if (!File.Exists(file))
            throw new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", file));
        var result = desk.Work("rules", (context, cancel) => desk.Runs.ImportRules(context, file, cancel));
        ReviewTelling.Problems(desk, result.Problems);
        ReviewTelling.Problems(desk, result.Gaps);
        if (result.Problems.Count > 0)
        {
            desk.Say("cli.rules.refused", ("count", result.Problems.Count));
            return result;
        }
        desk.Say("cli.rules.imported", ("tables", desk.List(result.Tables)), ("orders", Wording.Count(result.Orders)));
        desk.Next("report weekly");
        return result;
    }
}
