using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <summary>What one must know to read the numbers: the notes of the tables, the small print of the text, and the section on the data.</summary>
internal static class NotesSheet
{
    private const string DataSection = "notes";
    private const double TextWidth = 104;

    public static XlsxSheet Of(Bulletin bulletin, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, bulletin.Label("summary.notes")) { HeaderColumns = 2 };
        sheet.Widths([34, TextWidth]);
        sheet.Add(
            row =>
                [
                    cells.Text(0, row, bulletin.Label("notes.place"), XlsxStyles.Header),
                    cells.Text(1, row, bulletin.Label("notes.text"), XlsxStyles.Header),
                ],
            height: 33
        );
        foreach (
            var (place, text) in bulletin
                .Sections.SelectMany(section => section.Blocks.Select(block => Note(bulletin, section, block)))
                .OfType<(string, string)>()
        )
            sheet.Add(
                row => [cells.Text(0, row, place, XlsxStyles.Wrapped), cells.Text(1, row, text, XlsxStyles.Wrapped)],
                height: SummarySheet.HeightOf(text, TextWidth)
            );
        return sheet;
    }

    private static (string Place, string Text)? Note(Bulletin bulletin, Section section, Block block) =>
        block switch
        {
            TableBlock { Table: { Note: { } note } table } => (bulletin.Caption(table), note),
            Paragraph paragraph when paragraph.Kind == ParagraphKind.Note || section.Id == DataSection => (
                section.Heading,
                paragraph.Text.ToString()
            ),
            _ => null,
        };
}
