using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

/// <summary>Every number of the text with its origin: what <c>figures.json</c> tells programs, for people.</summary>
internal static class CheckSheet
{
    public static ReportTable Of(Bulletin bulletin, string name) =>
        new(
            "check",
            0,
            bulletin.Label("summary.check"),
            name,
            [
                new("id", bulletin.Label("check.id"), CellFormat.Text),
                new("value", bulletin.Label("check.value"), CellFormat.Text),
                new("unit", bulletin.Label("check.unit"), CellFormat.Text),
                new("text", bulletin.Label("check.text"), CellFormat.Text),
                new("source", bulletin.Label("check.source"), CellFormat.Text),
                new("inputs", bulletin.Label("check.inputs"), CellFormat.Text),
            ],
            [
                .. bulletin.Figures.Select(figure =>
                    (IReadOnlyList<object?>)[figure.Id, figure.Value, figure.Unit, figure.Text, figure.Source, figure.Inputs]
                ),
            ]
        );
}
