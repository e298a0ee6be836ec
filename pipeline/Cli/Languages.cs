using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary>Which language the program speaks: <c>--lang</c>, else the operating system's if we speak it, else Chinese.</summary>
internal static class Languages
{
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>Looks ahead of the parser, which needs the language for its help. A word that is not a language is left for <see cref="Known"/>.</summary>
    public static string Choose(IReadOnlyList<string> args, Terminal terminal)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var asked = args[i] switch
            {
                "--lang" when i + 1 < args.Count => args[i + 1],
                { } arg when arg.StartsWith("--lang=", StringComparison.Ordinal) => arg["--lang=".Length..],
                { } arg when arg.StartsWith("--lang:", StringComparison.Ordinal) => arg["--lang:".Length..],
                _ => null,
            };
            if (asked is Chinese or English)
                return asked;
        }
        return terminal.SystemLanguage == English ? English : Chinese;
    }

    public static string? Known(string? asked) =>
        asked is null or Chinese or English ? asked : throw OptionReading.Wrong("--lang", asked, "zh | en");

    /// <summary>The phrase with its places filled; in Chinese where the language lacks it, the bare key where no language has it.</summary>
    public static string SayOr(
        this Phrasebook phrases,
        Phrasebook fallback,
        string key,
        params ReadOnlySpan<(string Name, object? Value)> places
    ) =>
        phrases.Has(key) ? phrases.Say(key, places)
        : fallback.Has(key) ? fallback.Say(key, places)
        : key;
}
