using Hotspot.Ingest;

namespace Hotspot.Runs.Register;

/// <summary>What people wrote into a line of the register of hotspots.</summary>
/// <param name="ActedOn">Null: nothing written, or no date (<paramref name="IsActedUnread"/>).</param>
internal sealed record FilledLine(DateOnly? ActedOn, bool IsActedUnread)
{
    public static readonly FilledLine Blank = new(null, false);

    private static readonly TimeRules Rules = new(DateOrder.MonthFirst, OffsetsToBeijing: true);

    /// <summary>Lines by the text under <paramref name="keyTitle"/>; columns are found by their titles, wherever people have moved them.</summary>
    /// <exception cref="ProblemException">The file is no workbook.</exception>
    public static IReadOnlyDictionary<string, FilledLine> Read(string path, string keyTitle, string actedTitle)
    {
        var lines = new Dictionary<string, FilledLine>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return lines;
        using var reader = InputFile.Of(path).Rows(new CsvDialect(TextEncoding.Utf8), width: 0);
        var (key, acted) = (-1, -1);
        while (reader.Read() is { } row)
        {
            if (key < 0)
            {
                key = Array.FindIndex(row.Cells, cell => cell.Text == keyTitle);
                acted = Array.FindIndex(row.Cells, cell => cell.Text == actedTitle);
            }
            else if (key < row.Cells.Length && row.Cells[key].Text is { } id)
                lines.TryAdd(id, acted >= 0 && acted < row.Cells.Length ? Of(row.Cells[acted]) : Blank);
        }
        return lines;
    }

    private static FilledLine Of(Cell cell) =>
        cell.IsEmpty ? Blank
        : TimeReading.Read(cell, Rules) is { } time ? new FilledLine(DateOnly.FromDateTime(time.At), false)
        : new FilledLine(null, true);
}
