using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Forms;
using Hotspot.Store;

namespace Hotspot.Runs.Check;

/// <summary>Reads a list of excuses: order, or from and until, and the reason; of both an order alone is excused.</summary>
internal static class ExcuseFile
{
    private static readonly string[] Reasons = ["system_failure", "force_majeure"];

    /// <exception cref="OperatorException">The file is no such list, or a row is wrong (exit 2).</exception>
    public static IReadOnlyList<DispatchExcuse> Read(string path, Phrasebook phrases)
    {
        var table = NamedTable.Read(path, "excuse", phrases, ["order", "reason"], ["from", "until", "reason"]);
        var excuses = table.Rows.Select(row => Excuse(table, row, phrases)).ToList();
        table.Refuse();
        return excuses;
    }

    private static DispatchExcuse Excuse(NamedTable table, SourceRow row, Phrasebook phrases)
    {
        var said = table.Text(row, "reason");
        var reason =
            Array.Find(Reasons, code => said is not null && (said == code || said == phrases[$"excuse.reason.{code}"]))
            ?? table.Wrong(row, "reason", "excuse_reason_wrong", said, "");
        var (order, from, until) = (table.Text(row, "order"), Time(table, row, "from"), Time(table, row, "until"));
        if (order is not null)
            return new DispatchExcuse(order, null, null, reason);
        if (from is null || until is null)
            table.Wrong(row, from is null ? "from" : "until", "excuse_open", null, false);
        else if (from >= until)
            table.Wrong(row, "until", "excuse_backwards", table.Text(row, "until"), false);
        return new DispatchExcuse(null, from, until, reason);
    }

    private static DateTime? Time(NamedTable table, SourceRow row, string column)
    {
        var cell = table.Cell(row, column);
        return TimeReading.Read(cell, default) is { } read ? read.At
            : cell.Text is { Length: > 0 } text ? table.Wrong<DateTime?>(row, column, "time_wrong", text, null)
            : null;
    }
}
