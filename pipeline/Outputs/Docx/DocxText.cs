using System.Globalization;
using DocumentFormat.OpenXml.Office2013.Word;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Reports.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Outputs.Docx;

/// <summary>Paragraphs. A printed number sits in a content control without a frame whose tag is the figure's id: unseen, yet traceable.</summary>
/// <param name="controls">Content controls that the document has so far.</param>
internal sealed class DocxText(int controls)
{
    private int _controls = controls;

    public static Paragraph Plain(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(DocxPage.Text(text)));

    public Paragraph Prose(string style, Prose prose, string before = "")
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (before.Length > 0)
            paragraph.Append(Piece(before, strong: true));
        foreach (var span in prose.Spans)
        {
            var run = Piece(span.Text, span.Strong);
            if (span.FigureId is { } id)
                paragraph.Append(Control(id, run));
            else
                paragraph.Append(run);
        }
        return paragraph;
    }

    private static Run Piece(string text, bool strong) =>
        strong ? new Run(new RunProperties(new Bold()), DocxPage.Text(text)) : new Run(DocxPage.Text(text));

    private SdtRun Control(string id, Run run) =>
        new(
            new SdtProperties(new Tag { Val = id }, new SdtId { Val = ++_controls }, new Appearance { Val = SdtAppearance.Hidden }),
            new SdtContentRun(run)
        );

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
