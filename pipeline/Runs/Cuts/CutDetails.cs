using System.Data.Common;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Runs.Cuts;

/// <summary>The complaints of a cut one by one: masked columns only, in order of time.</summary>
internal static class CutDetails
{
    /// <summary>What fits beside each other on paper.</summary>
    private static readonly string[] OnPaper =
    [
        "complaint_id",
        "occurred_at",
        "district",
        "street",
        "place_text",
        "issue",
        "status",
        "content_masked",
    ];

    /// <param name="names">Filled when the first row is read; empty where there is none.</param>
    public static IEnumerable<IReadOnlyList<object?>> Rows(CutReader reader, long most, List<string> names) =>
        reader.Rows(
            most,
            row =>
            {
                if (names.Count == 0)
                    names.AddRange(Names(row));
                return (IReadOnlyList<object?>)
                    [.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))];
            }
        );

    private static IEnumerable<string> Names(DbDataReader row) => Enumerable.Range(0, row.FieldCount).Select(row.GetName);

    /// <param name="onPaper">Only the columns that fit beside each other.</param>
    public static ReportTable Table(
        IReadOnlyList<string> names,
        IReadOnlyList<IReadOnlyList<object?>> rows,
        bool onPaper,
        string caption,
        string sheetName
    )
    {
        var titles = ColumnTitles.Read("complaint");
        var precision = names.ToList().IndexOf("time_precision");
        int[] kept = [.. Enumerable.Range(0, names.Count).Where(i => !onPaper || OnPaper.Contains(names[i]))];
        return new ReportTable(
            "cut",
            1,
            caption,
            sheetName,
            kept.Length == 0
                ? [.. OnPaper.Select(name => new ReportColumn(name, titles.Column(name), CellFormat.Text))]
                : [.. kept.Select(i => new ReportColumn(names[i], titles.Column(names[i]), Format(names[i]), Share(names[i])))],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(i => Read(row, i))])]
        );

        // What people read: a code by its title, of a time that is a date the date.
        object? Read(IReadOnlyList<object?> row, int i) =>
            row[i] switch
            {
                DateTime at when names[i] == "occurred_at" && Equals(row[precision], "day") => DateOnly.FromDateTime(at),
                string code => titles.Value(names[i], code),
                var value => value,
            };
    }

    /// <summary>One below the other, where a table would leave the content the width of a few characters: what is known of each in small print, then what it says.</summary>
    public static IReadOnlyList<Block> Listed(ReportTable table, Phrasebook phrases)
    {
        if (table.Rows.Count == 0)
            return [new TableBlock(table)];
        var content = table.Columns.ToList().FindIndex(column => column.Name == "content_masked");
        return
        [
            new Paragraph(Prose.Of(table.Caption), ParagraphKind.Note),
            .. table.Rows.SelectMany(
                (row, at) =>
                    (Block[])
                        [
                            new Paragraph(
                                Prose.Of(
                                    phrases.Say(
                                        "cut.listed",
                                        ("number", at + 1),
                                        (
                                            "said",
                                            string.Join(
                                                phrases["separator.blank"],
                                                row.Where((value, i) => i != content && value is not null)
                                                    .Select(value => CellText.Of(value, CellFormat.Minute, ""))
                                            )
                                        )
                                    )
                                ),
                                ParagraphKind.Note
                            ),
                            new Paragraph(Prose.Of(CellText.Of(row[content], CellFormat.Text, phrases["outputs.cell.none"]))),
                        ]
            ),
        ];
    }

    private static CellFormat Format(string name) =>
        name switch
        {
            "occurred_at" => CellFormat.Minute,
            "longitude" or "latitude" => CellFormat.Degrees,
            _ => CellFormat.Text,
        };

    private static double Share(string name) => name == "content_masked" ? 4 : 1.2;
}
