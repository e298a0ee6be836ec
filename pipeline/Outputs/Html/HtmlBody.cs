using System.Globalization;
using System.Xml.Linq;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Html;

/// <summary>The page as elements: text and tables stand in it ready, so that they can be read and searched without scripts; charts are empty boxes for page.js.</summary>
internal sealed class HtmlBody(Bulletin bulletin)
{
    private const string KeyPrefix = "key.";
    private const string ExploreId = "explore";

    private readonly Dictionary<string, Figure> _figures = bulletin
        .Figures.DistinctBy(figure => figure.Id)
        .ToDictionary(figure => figure.Id, StringComparer.Ordinal);

    public IEnumerable<XElement> Elements() => [Header(), Contents(), Main(), Footer()];

    private XElement Header()
    {
        var head = bulletin.Head;
        var marks = head.Marks.Select(mark => Of("span", "mark", mark));
        return new XElement(
            "header",
            Of("p", "unit", head.Unit),
            Of("div", "rule", new XElement("span", head.IssueLine), new XElement("span", head.DataThroughLine)),
            new XElement("h1", head.Title),
            Of("p", "period", head.PeriodLine),
            new XElement("p", marks)
        );
    }

    private XElement Contents() =>
        new(
            "nav",
            new XAttribute("aria-label", bulletin.Label("html.contents")),
            new XElement(
                "ul",
                bulletin.Sections.Take(1).Select(Link),
                bulletin.Explorer is null ? null : Link(ExploreId, bulletin.Label("explore.title")),
                bulletin.Sections.Skip(1).Select(Link),
                new XElement(
                    "li",
                    new XElement("button", new XAttribute("id", "print"), new XAttribute("type", "button"), bulletin.Label("html.print"))
                )
            )
        );

    private static XElement Link(Section section) => Link(section.Id, section.Heading);

    private static XElement Link(string id, string text) => new("li", new XElement("a", new XAttribute("href", "#" + id), text));

    private XElement Main() =>
        new("main", KeyFigures(), bulletin.Sections.Take(1).Select(Section), Explore(), bulletin.Sections.Skip(1).Select(Section));

    /// <summary>Empty and hidden: explore.js fills it.</summary>
    private XElement? Explore() =>
        bulletin.Explorer is null
            ? null
            : new XElement(
                "section",
                new XAttribute("id", ExploreId),
                new XAttribute("hidden", "hidden"),
                new XElement("h2", bulletin.Label("explore.title")),
                Of("div", "explore")
            );

    /// <summary>Figures whose id begins with <c>key.</c>, each under its label <c>figure.&lt;id&gt;</c> (else what went into it).</summary>
    private XElement? KeyFigures()
    {
        var keys = bulletin.Figures.Where(figure => figure.Id.StartsWith(KeyPrefix, StringComparison.Ordinal)).ToList();
        if (keys.Count == 0)
            return null;
        return Of(
            "dl",
            "cards",
            keys.Select(figure =>
                Of(
                    "div",
                    "card",
                    new XElement("dt", bulletin.Labels.GetValueOrDefault("figure." + figure.Id, figure.Inputs)),
                    new XElement("dd", Number(figure.Text, figure.Id))
                )
            )
        );
    }

    private XElement Section(Section section)
    {
        var element = new XElement("section", new XAttribute("id", section.Id), new XElement("h2", section.Heading));
        XElement? findings = null;
        foreach (var block in section.Blocks)
        {
            if (block is Paragraph { Kind: ParagraphKind.Finding } finding)
            {
                if (findings is null)
                    element.Add(findings = Of("ol", "findings"));
                findings.Add(new XElement("li", Spans(finding.Text)));
                continue;
            }
            findings = null;
            element.Add(
                block switch
                {
                    SubHeading heading => new XElement("h3", heading.Text),
                    Paragraph { Kind: ParagraphKind.Note } note => Of("p", "note", Spans(note.Text)),
                    Paragraph paragraph => new XElement("p", Spans(paragraph.Text)),
                    TableBlock { Table: var table } => HtmlTable.Of(bulletin, table),
                    ChartBlock { Chart: var chart } => Chart(chart, section),
                    SheetBlock => null,
                    _ => throw new ArgumentException($"no HTML form for a {block.GetType().Name}", nameof(section)),
                }
            );
        }
        return element;
    }

    private IEnumerable<object> Spans(Prose prose) =>
        prose.Spans.Select(span =>
        {
            object text = span.FigureId is { } id ? Number(span.Text, id) : span.Text;
            return span.Strong ? new XElement("strong", text) : text;
        });

    private XElement Number(string text, string id)
    {
        var element = Of("span", "figure", text);
        element.Add(new XAttribute("data-figure", id));
        if (_figures.TryGetValue(id, out var figure))
            element.Add(new XAttribute("title", $"{bulletin.Label("html.figure")} {figure.Source} {figure.Inputs}".TrimEnd()));
        return element;
    }

    private XElement Chart(Chart chart, Section section)
    {
        var linked = chart is PointMapChart && section.Blocks.OfType<TableBlock>().Any(block => HtmlTable.HasRank(block.Table));
        return new XElement(
            "figure",
            new XAttribute("class", "chart"),
            new XAttribute("id", "chart-" + chart.Id),
            Of("p", "message", chart.Message),
            Legend(chart) is { Length: > 0 } legend ? Of("p", "source", legend) : null,
            linked ? Of("p", "source hint", bulletin.Label("html.linked")) : null,
            new XElement(
                "div",
                new XAttribute("class", "plot"),
                new XAttribute("data-chart", chart.Id),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", chart.Message),
                ""
            ),
            Of("p", "source", chart.SourceLine),
            new XElement("figcaption", bulletin.Caption(chart))
        );
    }

    private static string Legend(Chart chart) =>
        chart switch
        {
            HeatMapChart heat => heat.Peaks.Any(row => row.Any(peak => peak)) ? $"{heat.ValueLabel}　□ {heat.PeakLabel}" : heat.ValueLabel,
            DistrictMapChart map => map.ValueLabel,
            PointMapChart points => points.WeightLabel,
            _ => "",
        };

    private XElement Footer() =>
        new(
            "footer",
            new XElement("p", bulletin.Label("html.offline")),
            new XElement("noscript", new XElement("p", bulletin.Label("html.noscript")))
        );

    /// <summary>An element with a class; the empty text keeps it from closing itself, which HTML does not know.</summary>
    internal static XElement Of(string name, string style, params ReadOnlySpan<object?> content)
    {
        var element = new XElement(name, new XAttribute("class", style), "");
        foreach (var piece in content)
            element.Add(piece);
        return element;
    }

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
