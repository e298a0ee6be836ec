using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Language;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Cli;

/// <summary>The options that every verb takes. Values are read as text and checked here, so that every complaint about them is in our own words.</summary>
internal sealed partial class GlobalOptions
{
    private const int MaxThreads = 1024;

    private readonly Option<string?> _home = new("--home") { Recursive = true, HelpName = "DIR" };
    private readonly Option<string?> _lang = new("--lang") { Recursive = true, HelpName = "zh|en" };
    private readonly Option<bool> _json = new("--json") { Recursive = true };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Recursive = true };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Recursive = true };
    private readonly Option<bool> _noColor = new("--no-color") { Recursive = true };
    private readonly Option<string?> _threads = new("--threads") { Recursive = true, HelpName = "N" };
    private readonly Option<string?> _memory = new("--memory") { Recursive = true, HelpName = "4GB" };

    public IReadOnlyList<Option> All => [_home, _lang, _json, _quiet, _verbose, _noColor, _threads, _memory];

    /// <exception cref="OperatorException">A value is out of its bounds (exit 2).</exception>
    public Choices Read(ParseResult parse, Terminal terminal)
    {
        var given = parse.Text(_home);
        _ = Languages.Known(parse.Text(_lang));
        return new Choices(
            new Home(HomePath(given, terminal)),
            HomeGiven: given is not null,
            Json: parse.GetValue(_json),
            Quiet: parse.GetValue(_quiet),
            Verbose: parse.GetValue(_verbose),
            Colour: !parse.GetValue(_noColor) && string.IsNullOrEmpty(terminal.Variable("NO_COLOR")),
            new SessionLimits(Threads(parse.Text(_threads)), Memory(parse.Text(_memory)))
        );
    }

    private static string HomePath(string? given, Terminal terminal)
    {
        var variable = terminal.Variable("HOTSPOT_HOME");
        var chosen = given ?? (string.IsNullOrWhiteSpace(variable) ? "hotspot-home" : variable);
        return Path.GetFullPath(chosen, terminal.Folder);
    }

    private static int? Threads(string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= MaxThreads
            ? threads
            : throw OptionReading.Wrong("--threads", text, $"1–{MaxThreads}");
    }

    private static string? Memory(string? text)
    {
        if (text is null)
            return null;
        return MemorySize().IsMatch(text) ? text : throw OptionReading.Wrong("--memory", text, "512MB, 4GB …");
    }

    [GeneratedRegex(@"^[1-9][0-9]{0,5}(\.[0-9]+)?\s?([KMGT]i?B)$", RegexOptions.IgnoreCase)]
    private static partial Regex MemorySize();
}
