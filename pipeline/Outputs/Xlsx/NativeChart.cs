using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Xlsx;

internal enum NativeKind
{
    /// <summary>Horizontal, first on top, with their values.</summary>
    Bars,

    /// <summary>A line and its reference lines.</summary>
    Trend,

    /// <summary>Lines of equal rank.</summary>
    Curves,
}

/// <summary>A chart of Excel's own, drawn from cells of its sheet.</summary>
/// <param name="Message">Title: the finding.</param>
/// <param name="Label">Column of the names, 0-based.</param>
/// <param name="Series">Columns of the numbers, 0-based.</param>
/// <param name="FirstRow">1-based row of the header; the data follow it.</param>
/// <param name="Column">Column at which the drawing begins, 0-based; it stands beside the first rows of its data.</param>
internal sealed record NativeChart(
    string Id,
    string Message,
    NativeKind Kind,
    int Label,
    IReadOnlyList<int> Series,
    uint FirstRow,
    int Count,
    int Column
)
{
    /// <summary>Rows a drawing takes on the sheet.</summary>
    public const uint Rows = 20;

    /// <summary>Bars in the accent colour, 0-based.</summary>
    public IReadOnlyList<int> Strong { get; init; } = [];

    /// <summary>Where the axis of the numbers begins.</summary>
    public double Least { get; init; }

    /// <summary>The bars that a table wants beside it; null: none, or the table lacks their columns or rows.</summary>
    public static NativeChart? Beside(ReportTable table)
    {
        if (table.Bars is not { } bars || table.Rows.Count == 0)
            return null;
        int At(string name) => table.Columns.ToList().FindIndex(column => column.Name == name);
        var series = bars.Series.Select(At).Where(column => column >= 0).ToList();
        return At(bars.Label) is >= 0 and var label && series.Count > 0
            ? new NativeChart(table.Id, bars.Message, NativeKind.Bars, label, series, 1, table.Rows.Count, table.Columns.Count + 1)
            : null;
    }
}
