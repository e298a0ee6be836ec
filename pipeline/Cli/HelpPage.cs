using System.CommandLine;
using System.CommandLine.Invocation;
using Hotspot.Cli.Verbs;
using Hotspot.Language;

namespace Hotspot.Cli;

/// <summary>Marks a parse that asks for <c>--help</c> or <c>--version</c>; the door writes the page.</summary>
internal sealed class PageAction(bool isVersion) : SynchronousCommandLineAction
{
    public bool IsVersion { get; } = isVersion;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult) => 0;
}

/// <summary>Our own help: examples first, then what it does, usage, options, exit codes; every word from the phrase book.</summary>
internal static class HelpPage
{
    /// <param name="verb">Null: the program as a whole.</param>
    public static void Write(TextWriter writer, CommandLine line, Phrasebook phrases, IVerb? verb)
    {
        var name = verb?.Command.Name ?? "hotspot";
        writer.WriteLine(phrases["cli.help.examples"]);
        foreach (var example in phrases[$"cli.help.{name}.examples"].Split('\n'))
            writer.WriteLine("  " + example);
        writer.WriteLine();
        writer.WriteLine(phrases[$"cli.help.{name}.about"]);
        writer.WriteLine();
        writer.WriteLine(phrases.Say("cli.help.usage", ("usage", phrases[$"cli.help.{name}.usage"])));
        writer.WriteLine();

        if (verb is null)
            Block(writer, phrases["cli.help.verbs"], line.Verbs.Select(v => (v.Command.Name, phrases[$"cli.help.{v.Command.Name}.short"])));
        else if (verb.Command.Options.Count > 0)
            Block(writer, phrases["cli.help.options"], verb.Command.Options.Select(option => Row(option, $"cli.option.{name}.", phrases)));
        Block(
            writer,
            phrases["cli.help.global"],
            line.Options.All.Select(option => Row(option, "cli.option.", phrases))
                .Append(("--help, -h", phrases["cli.option.help"]))
                .Append(("--version", phrases["cli.option.version"]))
        );
        writer.WriteLine(phrases["cli.help.exit_codes"]);
    }

    private static (string Label, string Words) Row(Option option, string keys, Phrasebook phrases)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name));
        return (option.HelpName is { } value ? $"{names} {value}" : names, phrases[keys + option.Name.TrimStart('-')]);
    }

    /// <summary>Labels are ASCII, so their length is their width; a long one gets a line of its own.</summary>
    private static void Block(TextWriter writer, string title, IEnumerable<(string Label, string Words)> rows)
    {
        const int Column = 26;
        writer.WriteLine(title);
        foreach (var (label, words) in rows)
        {
            if (label.Length < Column)
            {
                writer.WriteLine($"  {label.PadRight(Column)}{words}");
            }
            else
            {
                writer.WriteLine($"  {label}");
                writer.WriteLine($"  {new string(' ', Column)}{words}");
            }
        }
        writer.WriteLine();
    }
}
