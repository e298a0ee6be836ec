using System.Globalization;

namespace Hotspot.Store;

/// <summary>One Parquet file of a month: the days from <paramref name="From"/> on and before <paramref name="Until"/>.</summary>
internal sealed record MonthPart(string Name, DateTime From, DateTime Until)
{
    /// <summary>More rows of a month are parted by days: they are then sorted in memory, several parts at once.</summary>
    private const long RowsAPart = 250_000;

    /// <summary>Follows from the number of rows alone, so that the same rows make the same files. A small month is one file, <c>data.parquet</c>.</summary>
    public static IReadOnlyList<MonthPart> Of(int year, int month, long rows)
    {
        var first = new DateTime(year, month, 1);
        var days = DateTime.DaysInMonth(year, month);
        var count = (int)Math.Clamp((rows + RowsAPart - 1) / RowsAPart, 1, days);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new MonthPart(
                    count == 1 ? "data.parquet" : string.Create(CultureInfo.InvariantCulture, $"data-{i + 1:00}.parquet"),
                    first.AddDays(days * i / count),
                    first.AddDays(days * (i + 1) / count)
                )),
        ];
    }
}
