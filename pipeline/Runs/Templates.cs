using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>What a unit words, orders and styles itself: the files of <c>templates/</c> in its home, each of which may be missing.</summary>
public sealed record Templates(Phrasebook Phrases, SectionOrder Sections, WordTemplate Word)
{
    public const string Sentences = "sentences.json";
    public const string Order = "sections.json";
    public const string Styles = "styles.docx";

    /// <param name="shipped">The book that the program brings.</param>
    /// <exception cref="OperatorException">Wrong use: a file is not what it should be; nothing was touched.</exception>
    public static Templates Read(Home home, Phrasebook shipped)
    {
        var sentences = Path.Combine(home.Templates, Sentences);
        var phrases = OwnPhrases.Read(sentences, shipped);
        // They stand in the names of files, too: a draft must not pass for a final bulletin.
        if (phrases["mark.draft"] == phrases["mark.final"])
            throw new OperatorException(ExitCode.WrongUse, "template_marks_alike", ("file", sentences), ("mark", phrases["mark.draft"]));
        return new(
            phrases,
            SectionOrder.Read(Path.Combine(home.Templates, Order)),
            WordTemplate.Read(Path.Combine(home.Templates, Styles))
        );
    }

    /// <summary>Writes what is not there; a file that is there is the unit's and stays.</summary>
    public static void Write(Home home, Phrasebook shipped)
    {
        Directory.CreateDirectory(home.Templates);
        Add(shipped["template.readme_file"], stream => WriteText(stream, shipped["template.readme"]));
        Add(Sentences, stream => WriteText(stream, OwnPhrases.Template(shipped, shipped["template.sentences"])));
        Add(Order, stream => WriteText(stream, SectionOrder.Template(shipped, shipped["template.sections"])));
        Add(Styles, stream => WordTemplate.Write(id => shipped[$"template.style.{(id.Length == 0 ? "how" : id)}"], stream));

        void Add(string name, Action<Stream> write)
        {
            var file = Path.Combine(home.Templates, name);
            if (!File.Exists(file))
                AtomicFile.Write(file, write);
        }
    }

    /// <summary>With a byte order mark, by which old editors of Windows know the encoding.</summary>
    private static void WriteText(Stream stream, string text)
    {
        using var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            writer.WriteLine(line);
    }
}
