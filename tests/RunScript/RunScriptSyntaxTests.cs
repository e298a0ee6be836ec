using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;

namespace Hotspot.Tests.RunScript;

/// <summary>Windows PowerShell 5.1 is not here to try: the script keeps to what it knows.</summary>
public class RunScriptSyntaxTests
{
    private static readonly (ScriptBlockAst Script, Token[] Tokens, ParseError[] Errors) Parsed = Parse();

    [Fact]
    public void It_parses() => Assert.Empty(Parsed.Errors);

    [Fact]
    public void It_is_ascii() => Assert.All(File.ReadAllBytes(ScriptHost.Script), b => Assert.InRange(b, (byte)9, (byte)126));

    [Fact]
    public void It_has_nothing_that_only_powershell_7_knows()
    {
        Assert.Empty(Parsed.Script.FindAll(n => n is TernaryExpressionAst or PipelineChainAst, searchNestedScriptBlocks: true));
        TokenKind[] recent =
        [
            TokenKind.QuestionQuestion,
            TokenKind.QuestionQuestionEquals,
            TokenKind.QuestionDot,
            TokenKind.QuestionLBracket,
        ];
        Assert.DoesNotContain(Parsed.Tokens, t => recent.Contains(t.Kind));
        var names = Parsed
            .Script.FindAll(n => n is VariableExpressionAst, true)
            .Select(n => ((VariableExpressionAst)n).VariablePath.UserPath);
        Assert.Empty(names.Intersect(["IsWindows", "IsLinux", "IsMacOS", "PSStyle"], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void It_merges_no_error_stream_and_parses_no_parameters_of_its_own()
    {
        Assert.Empty(Parsed.Script.FindAll(n => n is MergingRedirectionAst, true));
        Assert.Null(Parsed.Script.ParamBlock);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("say \"no\"")]
    [InlineData("two words \"and quotes\" \\")]
    [InlineData("C:\\in box\\")]
    [InlineData("back\\slash\\\"quote")]
    [InlineData("朝阳 夜间")]
    public void Old_powershell_is_given_what_the_c_runtime_reads_back(string argument)
    {
        var escape = Parsed.Script.Find(n => n is FunctionDefinitionAst { Name: "Get-Escaped" }, false)!.Extent.Text;
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(escape + "; Get-Escaped @($args)").AddArgument(argument);
        var escaped = (string)Assert.Single(shell.Invoke()).BaseObject;
        Assert.Equal([argument], CommandLine(AsWindowsPowerShellWrites(escaped)));
    }

    /// <summary>Windows PowerShell puts quotes round an argument with a blank outside quotes, and does nothing else.</summary>
    private static string AsWindowsPowerShellWrites(string argument)
    {
        var (quotes, backslash, needs) = (0, false, false);
        foreach (var c in argument)
        {
            if (c == '"' && !backslash)
                quotes++;
            else if (char.IsWhiteSpace(c) && quotes % 2 == 0)
                needs = true;
            backslash = c == '\\';
        }
        return needs ? $"\"{argument}\"" : argument;
    }

    /// <summary>The rules of the C runtime for a command line: 2n backslashes before a quote are n, an odd one escapes the quote.</summary>
    private static List<string> CommandLine(string line)
    {
        var (found, text, quoted, any) = (new List<string>(), new StringBuilder(), false, false);
        for (var i = 0; i < line.Length; i++)
        {
            var slashes = 0;
            while (i < line.Length && line[i] == '\\')
                (slashes, i) = (slashes + 1, i + 1);
            if (i < line.Length && line[i] == '"')
            {
                text.Append('\\', slashes / 2);
                any = true;
                if (slashes % 2 == 1)
                    text.Append('"');
                else
                    quoted = !quoted;
                continue;
            }
            text.Append('\\', slashes);
            if (i == line.Length)
                break;
            if (line[i] == ' ' && !quoted)
            {
                if (any || text.Length > 0)
                    found.Add(text.ToString());
                (any, _) = (false, text.Clear());
            }
            else
                text.Append(line[i]);
        }
        if (any || text.Length > 0)
            found.Add(text.ToString());
        return found;
    }

    private static (ScriptBlockAst, Token[], ParseError[]) Parse()
    {
        var script = Parser.ParseFile(ScriptHost.Script, out var tokens, out var errors);
        return (script, tokens, errors);
    }
}
