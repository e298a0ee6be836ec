using System.CommandLine;
using System.Text.Json.Nodes;
using Hotspot.Language;

namespace Hotspot.Cli.Verbs;

/// <summary>One verb of the command line.</summary>
internal interface IVerb
{
    /// <summary>The word, its options and arguments; made once for each parse.</summary>
    Command Command { get; }

    /// <summary>Reads the options, does the work and tells it at the desk.</summary>
    /// <exception cref="OperatorException">Wrong options, before anything is touched; or what the run says.</exception>
    Outcome Run(ParseResult parse, Desk desk);
}

/// <summary>What a verb did.</summary>
/// <param name="Json">Fields of the result for <c>--json</c>, without <c>verb</c> and <c>exit_code</c>.</param>
internal sealed record Outcome(ExitCode Exit, JsonObject Json);
