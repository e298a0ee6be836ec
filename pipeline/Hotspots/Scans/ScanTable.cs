using System.Numerics;

namespace Hotspot.Hotspots.Scans;

/// <summary>Fills a day's column of a scan's table: cases of each location.</summary>
internal delegate void FillDay(int day, Span<int> column);

/// <summary>Cases of each location in each window: one row a location, windows side by side, padded to whole vectors.</summary>
internal sealed class ScanTable<T>(int locations, ScanWindows windows)
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private readonly int[] _column = new int[locations];

    // Cases of a location before each day: the count of a window is a difference.
    private readonly int[] _before = new int[locations * (windows.DayCases.Length + 1)];

    public static int Width(ScanWindows windows) => (windows.Days.Count + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    public T[] Rows { get; } = new T[locations * Width(windows)];

    public void Fill(FillDay fill)
    {
        var (days, width) = (windows.DayCases.Length, Width(windows));
        for (var day = 0; day < days; day++)
        {
            fill(day, _column);
            for (var i = 0; i < locations; i++)
                _before[i * (days + 1) + day + 1] = _before[i * (days + 1) + day] + _column[i];
        }
        for (var i = 0; i < locations; i++)
        {
            var before = _before.AsSpan(i * (days + 1), days + 1);
            var row = Rows.AsSpan(i * width, width);
            for (var w = 0; w < windows.Days.Count; w++)
                row[w] = T.CreateTruncating(before[windows.Days[w].Last + 1] - before[windows.Days[w].First]);
        }
    }
}
