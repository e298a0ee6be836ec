using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Outputs;
using Hotspot.Outputs.Docx;

namespace Hotspot.Tests.Outputs;

/// <summary>A page holds 22 lines of 28 points; a line 27 characters.</summary>
public class PageFlowTests
{
    private const long EmuALine = 28 * 12_700;

    /// <summary>A paragraph of so many lines, named by its first character.</summary>
    private static Paragraph Text(string name, int lines) => DocxText.Plain(DocxStyles.Body, name + new string('字', 26 * lines - 4));

    private static OpenXmlElement[] Figure(string name, int lines) =>
        [
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Picture }),
                new Run(new Drawing(new Inline(new Extent { Cx = 5_000_000, Cy = lines * EmuALine })))
            ),
            DocxText.Plain(DocxStyles.ChartCaption, name),
        ];

    private static Paragraph Heading(string name) => DocxText.Plain(DocxStyles.Heading1, name);

    private static string Laid(params OpenXmlElement[][] elements)
    {
        var body = new Body(elements.SelectMany(one => one));
        PageFlow.Lay(body, WordTemplate.Shipped);
        Assert.Equal(elements.Sum(one => one.Length), body.ChildElements.Count);
        return string.Concat(
            body.ChildElements.Select(element => element.InnerText).Where(text => text.Length > 0).Select(text => text[0])
        );
    }

    [Fact]
    public void A_figure_with_room_on_its_page_stands_where_it_was_written() =>
        Assert.Equal("a1bc", Laid([Text("a", 8)], Figure("1", 8), [Text("b", 4), Text("c", 9)]));

    [Fact]
    public void What_follows_fills_the_page_and_the_figure_opens_the_next() =>
        Assert.Equal("abc1de", Laid([Text("a", 14)], Figure("1", 10), [Text("b", 5), Text("c", 5), Text("d", 2), Text("e", 3)]));

    [Fact]
    public void It_never_goes_behind_the_heading_of_the_next_section()
    {
        Assert.Equal("ab1Hc", Laid([Text("a", 14)], Figure("1", 10), [Text("b", 7), Heading("H"), Text("c", 3)]));
        Assert.Equal("ab12Hc", Laid([Text("a", 10)], Figure("1", 15), Figure("2", 3), [Text("b", 1), Heading("H"), Text("c", 3)]));
    }

    [Fact]
    public void Figures_keep_their_order_even_where_the_second_would_fit() =>
        Assert.Equal("ab12c", Laid([Text("a", 14)], Figure("1", 10), Figure("2", 2), [Text("b", 9), Text("c", 3)]));

    [Fact]
    public void Without_anything_to_follow_it_closes_the_paper_and_one_higher_than_a_page_ends_it_too()
    {
        Assert.Equal("a1", Laid([Text("a", 20)], Figure("1", 10)));
        Assert.Equal("ab1", Laid([Text("a", 3)], Figure("1", 40), [Text("b", 3)]));
    }
}
