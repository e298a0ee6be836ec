using System.Data.Common;
using Hotspot.Grouping.Cuts;
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
        int[] kept = [.. Enumerable.Range(0, names.Count).Where(i => !onPaper || OnPaper.Contains(names[i]))];
        return new ReportTable(
            "cut",
            1,
            caption,
            sheetName,
            kept.Length == 0
                ? [.. OnPaper.Select(name => new ReportColumn(name, titles.Column(name), CellFormat.Text))]
                : [.. kept.Select(i => new ReportColumn(names[i], titles.Column(names[i]), Format(names[i]), Share(names[i])))],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(i => row[i])])]
        );
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
