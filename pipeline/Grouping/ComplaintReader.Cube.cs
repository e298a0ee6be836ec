using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    /// <summary>Cells beyond which a cube tells no streets: about 2 MB of a page.</summary>
    private const int MostCells = 600_000;

    private const int DaysOfWeek = 7;

    /// <summary>The span by days where it is no longer than a week, else by weeks; by streets as far as <see cref="MostCells"/> allow.</summary>
    public ComplaintCube Cube(DaySpan span, DayOfWeek weekStart)
    {
        var byWeek = span.Days > DaysOfWeek;
        var first = weekStart == DayOfWeek.Sunday ? DaysOfWeek : (int)weekStart;
        List<CubeCell> Cells(bool byStreet, long most) =>
            _session.Query(
                "Grouping/cube",
                row => new CubeCell(
                    row.DayAt(0)!.Value,
                    row.GetString(1),
                    row.IntAt(2),
                    row.GetString(3),
                    row.TextAt(4),
                    row.TextAt(5),
                    row.GetInt64(6),
                    row.GetInt64(7)
                ),
                [.. Between(span), ("by_week", byWeek), ("week_start", first), ("by_street", byStreet), ("most", most)]
            );
        var cells = Cells(byStreet: true, MostCells + 1);
        return new ComplaintCube(
            span,
            byWeek,
            [
                .. Enumerable
                    .Range(0, span.Days)
                    .Select(i => span.From.AddDays(i))
                    .Where(day => !byWeek || day == span.From || day.DayOfWeek == weekStart),
            ],
            cells.Count > MostCells ? Cells(byStreet: false, int.MaxValue) : cells
        );
    }
}
