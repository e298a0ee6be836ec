using System.Text.Json;
using Hotspot.Grouping;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// <c>figures.json</c>: every number that the bulletin prints in prose, with its value, unit, origin and inputs; what was asked of the complaints, so
/// that it can be asked again; and the prose itself, so that another bulletin can be set against it.
/// </summary>
public static class FiguresFile
{
    public const string Name = "figures.json";

    public static void Write(Bulletin bulletin, Stream target) =>
        JsonText.Write(
            new Content(
                bulletin.Head.Title,
                bulletin.Head.PeriodLine,
                bulletin.Head.DataThrough,
                bulletin.Figures,
                [
                    .. bulletin.Queries.Select(query => new Query(
                        query.Sql,
                        query.Parameters.ToDictionary(one => one.Key, one => AskedQuery.Text(one.Value))
                    )),
                ],
                ParagraphsOf(bulletin)
            ),
            target
        );

    /// <summary>The prose of a bulletin, paragraph by paragraph.</summary>
    public static IReadOnlyList<WrittenParagraph> ParagraphsOf(Bulletin bulletin) =>
        [
            .. bulletin.Sections.SelectMany(section =>
                section
                    .Blocks.OfType<Paragraph>()
                    .Select(paragraph => new WrittenParagraph(
                        section.Id,
                        section.Heading,
                        [.. paragraph.Text.Spans.Select(span => new WrittenSpan(span.Text, span.FigureId))]
                    ))
            ),
        ];

    public static Content Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<Content>(file, JsonText.Options)!;
    }

    /// <param name="Paragraphs">Null in files of before.</param>
    public sealed record Content(
        string Title,
        string Period,
        DateOnly DataThroughOn,
        IReadOnlyList<Figure> Figures,
        IReadOnlyList<Query> Queries,
        IReadOnlyList<WrittenParagraph>? Paragraphs
    );

    /// <param name="Parameters">As <see cref="AskedQuery.Text"/> writes them.</param>
    public sealed record Query(string Sql, IReadOnlyDictionary<string, string?> Parameters);

    /// <param name="Section">Machine name of its section.</param>
    /// <param name="Heading">Of that section, as printed.</param>
    public sealed record WrittenParagraph(string Section, string Heading, IReadOnlyList<WrittenSpan> Spans)
    {
        public override string ToString() => string.Concat(Spans.Select(span => span.Text));
    }

    /// <param name="FigureId">The number that it prints; null: words.</param>
    public sealed record WrittenSpan(string Text, string? FigureId);
}
