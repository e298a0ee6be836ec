using Hotspot.Language;

namespace Hotspot.Reports;

/// <summary>Which sections a bulletin has, in order. Numbers of headings and every reference to a section follow from it.</summary>
/// <param name="Shown">Ids of <see cref="Known"/>, each at most once; a short bulletin has a list in place of most of them.</param>
public sealed record SectionOrder(IReadOnlyList<string> Shown)
{
    private const string Show = "show";
    private const string Hide = "hide";

    /// <summary>All sections, in the order that ships.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "key",
        "overview",
        "issues",
        "peak_hours",
        "areas",
        "points",
        "incidents",
        "callbacks",
        "outlook",
        "advice",
        "notes",
    ];

    private static readonly string[] AdviceAndCited = ["advice", "peak_hours", "areas", "points"];

    public static readonly SectionOrder Shipped = new(Known);

    public bool Has(string id) => Shown.Contains(id);

    /// <summary>From 1; null for a section that is not shown, and for the findings and the notes, which have no number.</summary>
    public int? Number(string id) => IsNumbered(id) && Has(id) ? Shown.TakeWhile(other => other != id).Count(IsNumbered) + 1 : null;

    private static bool IsNumbered(string id) => id is not ("key" or "notes");

    public SectionOrder Only(IReadOnlyCollection<string> ids) => new([.. Shown.Where(ids.Contains)]);

    /// <summary>
    /// The order of writing: tables take their numbers as they are printed, but advice cites tables of other sections and the findings cite all; both have none
    /// of their own.
    /// </summary>
    public IEnumerable<string> Writing => Shown.OrderBy(Turn).ThenBy(id => id == "advice");

    private int Turn(string id) =>
        id switch
        {
            "key" => int.MaxValue,
            "advice" => AdviceAndCited.Max(Place),
            _ => Place(id),
        };

    private int Place(string id) => Shown.TakeWhile(other => other != id).Count() is var place && place < Shown.Count ? place : -1;

    /// <summary>
    /// <c>templates/sections.json</c>: id → <c>show</c> or <c>hide</c>, in order. A section that is not mentioned, as one that a later version brings, stands
    /// where it ships: behind the one before it.
    /// </summary>
    /// <exception cref="OperatorException">Wrong use: broken JSON, an unknown section, one stated twice, another word, nothing to show.</exception>
    public static SectionOrder Read(string file)
    {
        if (!File.Exists(file))
            return Shipped;
        var entries = FlatJson.Read(file);
        foreach (var entry in entries)
            Check(entry, file);
        var order = entries.Select(entry => entry.Key).ToList();
        foreach (var (id, i) in Known.Select((id, i) => (id, i)).Where(known => !order.Contains(known.id)))
            order.Insert(i == 0 ? 0 : order.IndexOf(Known[i - 1]) + 1, id);
        var hidden = entries.Where(entry => entry.Text == Hide).Select(entry => entry.Key).ToHashSet();
        return hidden.Count < Known.Count
            ? new SectionOrder([.. order.Where(id => !hidden.Contains(id))])
            : throw new OperatorException(ExitCode.WrongUse, "template_sections_none", ("file", file));
    }

    private static void Check(FlatJson.Entry entry, string file)
    {
        if (!Known.Contains(entry.Key))
            throw new OperatorException(
                ExitCode.WrongUse,
                "template_section_unknown",
                ("file", file),
                ("line", entry.Line),
                ("id", entry.Key),
                ("nearest", Nearest.Of(entry.Key, Known) ?? Known[0]),
                ("known", string.Join(' ', Known))
            );
        if (entry.Text is not (Show or Hide))
            throw new OperatorException(
                ExitCode.WrongUse,
                "template_section_word",
                ("file", file),
                ("line", entry.Line),
                ("id", entry.Key),
                ("word", entry.Text)
            );
    }

    /// <summary>The file as <c>init</c> writes it: the shipped order, each id with its heading behind it.</summary>
    public static string Template(Phrasebook phrases, string opening)
    {
        var lines = Known.Select(id =>
            $"  \"{id}\": \"{Show}\",".PadRight(25) + "// " + Shipped.Heading(id, phrases[$"section.{id}"], phrases)
        );
        return string.Join('\n', opening.Split('\n').Select(line => "// " + line).Append("{").Concat(lines).Append("}")) + "\n";
    }

    /// <summary>三、高发时段, by the place that the section has.</summary>
    public string Heading(string id, string title, Phrasebook phrases) =>
        Number(id) is { } number ? phrases.Say("section.numbered", ("number", phrases[$"number.{number}"]), ("title", title)) : title;
}
