using System.CommandLine;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Cli.Verbs;

/// <summary><c>schema [-o FILE]</c>: the data dictionary as Markdown, on standard output or into a file. Needs no home.</summary>
internal sealed class SchemaVerb : IVerb
{
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE" };

    public SchemaVerb() => Command = new Command("schema") { _output };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        if (parse.Text(_output) is not { } output)
        {
            (desk.Choices.Json ? desk.Terminal.Error : desk.Terminal.Out).Write(DataDictionary.Markdown(desk.Phrases));
            return new Outcome(ExitCode.Done, JsonLine.Fields(new { File = (string?)null }));
        }
        var file = Path.GetFullPath(output, desk.Terminal.Folder);
        if (Directory.Exists(file))
            throw OptionReading.Wrong("-o", output, desk.Phrase("cli.schema.a_file"));
        DataDictionary.WriteTo(file, desk.Phrases);
        desk.Say("cli.schema.done", ("file", file));
        return new Outcome(ExitCode.Done, JsonLine.Fields(new { File = file }));
    }
}
