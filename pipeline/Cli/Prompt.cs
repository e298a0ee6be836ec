using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotspot.Cli;

/// <summary>Questions to a person, each with an answer preset that Enter takes. Null answers mean that the input has ended.</summary>
internal sealed partial class Prompt(Desk desk)
{
    public string? Text(string key, string preset, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        desk.Terminal.Out.Write(desk.Phrase(key, places));
        if (preset.Length > 0)
            desk.Terminal.Out.Write(desk.Phrase("cli.ask.preset", ("preset", preset)));
        desk.Terminal.Out.Write(desk.Phrase("cli.ask.end"));
        desk.Terminal.Out.Flush();
        if (desk.Terminal.In.ReadLine() is not { } line)
            return null;
        var answer = line.Trim();
        return answer.Length == 0 ? preset : answer;
    }

    /// <summary>A number between bounds, both included; asks again until it is one.</summary>
    public int? Number(string key, int preset, int least, int most) => Ask(key, preset, least, most, _ => [])?.Number;

    /// <summary>A number between bounds, or paths that are there, as a console pastes them; asks again until it is one of them.</summary>
    public (int Number, IReadOnlyList<string> Paths)? NumberOrPaths(string key, int preset, int least, int most) =>
        Ask(key, preset, least, most, answer => Paths(answer) is var paths && paths.All(Path.Exists) ? paths : []);

    private (int Number, IReadOnlyList<string> Paths)? Ask(
        string key,
        int preset,
        int least,
        int most,
        Func<string, IReadOnlyList<string>> pathsOf
    )
    {
        while (true)
        {
            if (Text(key, preset.ToString(CultureInfo.InvariantCulture)) is not { } answer)
                return null;
            if (int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return (number, []);
            if (pathsOf(answer) is { Count: > 0 } paths)
                return (least, paths);
            desk.Say("cli.ask.number", ("least", least), ("most", most));
        }
    }

    /// <summary>Enter means yes.</summary>
    public bool? Yes(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        while (true)
        {
            switch (Text(key, "", places)?.ToLowerInvariant())
            {
                case null:
                    return null;
                case "" or "y" or "yes" or "是" or "1":
                    return true;
                case "n" or "no" or "否" or "0":
                    return false;
                default:
                    desk.Say("cli.ask.yes_no");
                    break;
            }
        }
    }

    /// <summary>Paths as a console pastes them when files are dragged into it: bare, or quoted and parted by blanks.</summary>
    public static IReadOnlyList<string> Paths(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || Path.Exists(text))
            return text.Length == 0 ? [] : [text];
        return
        [
            .. Word()
                .Matches(text)
                .Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value)
                .Where(word => word is not "&"),
        ];
    }

    [GeneratedRegex("(?<mark>[\"'])(?<quoted>.*?)\\k<mark>|(?<bare>[^\\s\"']+)")]
    private static partial Regex Word();
}
