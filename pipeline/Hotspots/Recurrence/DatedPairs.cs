using System.Numerics;
using System.Runtime.InteropServices;

namespace Hotspot.Hotspots.Recurrence;

/// <summary>
/// Counts near pairs by bands of distance and of days apart for several sets of dates at once, one set in each lane of a vector: a pair is read once for
/// all of them and nothing branches. Counts are whole numbers, so that the width of a vector changes none.
/// </summary>
/// <param name="near">Pairs of n events.</param>
/// <param name="bounds">Upper bounds of the bands of days, ascending, below 65,535.</param>
internal sealed class DatedPairs(NearPairs near, int spaces, IReadOnlyList<int> bounds)
{
    /// <summary>Sets of dates counted together.</summary>
    public static int Lanes => Vector<ushort>.Count;

    private readonly Vector<ushort>[] _bounds = [.. bounds.Select(bound => new Vector<ushort>((ushort)bound))];

    /// <param name="dates">n × <see cref="Lanes"/>: the date of event i in set s at i · Lanes + s.</param>
    /// <returns>Pairs by space × bands of days + time, of each set: cell · Lanes + s.</returns>
    public long[] Count(ReadOnlySpan<ushort> dates)
    {
        var day = MemoryMarshal.Cast<ushort, Vector<ushort>>(dates);
        var times = _bounds.Length;
        var within = new Vector<ushort>[spaces * times];
        var counts = new long[within.Length * Lanes];
        var held = 0;
        for (var i = 0; i < day.Length; i++)
        {
            var others = near.Of(i);
            var bands = near.BandsOf(i);
            var on = day[i];
            for (var k = 0; k < others.Length; k++)
            {
                var other = day[others[k]];
                var apart = Vector.Max(on, other) - Vector.Min(on, other);
                var cell = bands[k] * times;
                // A comparison that holds is all ones, which is minus one.
                for (var time = 0; time < _bounds.Length; time++)
                    within[cell + time] -= Vector.LessThanOrEqual(apart, _bounds[time]);
                if (++held == ushort.MaxValue)
                    held = Spill(within, counts);
            }
        }
        Spill(within, counts);
        // From "within the bound" to "within this bound and beyond the one before".
        for (var cell = spaces * times - 1; cell >= 0; cell--)
        {
            for (var set = 0; cell % times > 0 && set < Lanes; set++)
                counts[cell * Lanes + set] -= counts[(cell - 1) * Lanes + set];
        }
        return counts;
    }

    private static int Spill(Vector<ushort>[] within, long[] counts)
    {
        for (var cell = 0; cell < within.Length; cell++)
        {
            for (var set = 0; set < Lanes; set++)
                counts[cell * Lanes + set] += within[cell][set];
            within[cell] = default;
        }
        return 0;
    }
}
