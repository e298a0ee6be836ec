using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Scans;

/// <summary>The window and circle with the largest ratio; nothing found has ratio 0.</summary>
internal readonly record struct ScanFound(double Llr, int Zone, int Window, long Cases, double Expected);

/// <summary>
/// Finds the largest ratio over all circles and windows. For one circle and window the ratio grows with the cases, so what a ratio needs is a count:
/// a sweep adds up whole rows of windows, circle by circle, and compares them with the counts that a ratio needs which hardly a replica stays below
/// (<see cref="PassOver"/>); only about centres where a circle reaches it is anything computed. The answer is exact: where none does, everything is.
/// </summary>
internal sealed class ScanSweep<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private readonly ScanZones _zones;
    private readonly int _locations;
    private readonly int _least;
    private readonly int _width;

    // Expected cases of each location in each window.
    private readonly double[] _expected;

    // Cases that each circle needs in each window; null: look everywhere.
    private T[]? _needed;
    private double _floor;

    public ScanSweep(ScanCases cases, ScanZones zones, ScanWindows windows, int least)
    {
        (_zones, _locations, _least, Windows) = (zones, cases.Locations, least, windows);
        _width = ScanTable<T>.Width(windows);
        var count = windows.Days.Count;
        _expected = new double[_locations * count];
        for (var i = 0; i < _locations; i++)
        {
            for (var w = 0; w < count; w++)
            {
                for (var s = 0; s < cases.Margins.Count; s++)
                    _expected[i * count + w] += cases.Margins[s][i] * windows.Shares[w][s];
            }
        }
    }

    public ScanWindows Windows { get; }

    public ScanTable<T> NewTable() => new(_locations, Windows);

    /// <summary>The best of each centre.</summary>
    public ScanFound[] Observed(IReadOnlyList<int[]> counts)
    {
        var table = NewTable();
        table.Fill((day, column) => counts[day].CopyTo(column));
        var found = new ScanFound[_zones.Centres];
        Parallel.For(0, found.Length, Workers.All, centre => Weigh(table.Rows, centre, ref found[centre]));
        return found;
    }

    /// <summary>Sweeps need look no longer at what has a smaller ratio than <paramref name="floor"/>, above 0, unless there is nothing else.</summary>
    public void PassOver(double floor)
    {
        var counts = Windows.Days.Count;
        var widest = WidestExpected(floor);
        var needed = new T[_zones.Ends.Length * _width];
        Array.Fill(needed, T.MaxValue);
        Parallel.For(
            0,
            _zones.Centres,
            Workers.All,
            centre =>
            {
                Span<double> expected = stackalloc double[counts];
                var member = _zones.FirstMember[centre];
                for (var zone = _zones.FirstZone[centre]; zone < _zones.FirstZone[centre + 1]; zone++)
                {
                    member = AddExpected(expected, member, zone);
                    for (var w = 0; w < counts; w++)
                    {
                        var at = widest.AsSpan().BinarySearch(expected[w]);
                        needed[zone * _width + w] = T.CreateSaturating(at >= 0 ? at : ~at);
                    }
                }
            }
        );
        (_needed, _floor) = (needed, floor);
    }

    public double Largest(ScanTable<T> table)
    {
        var best = default(ScanFound);
        if (_needed is not null)
        {
            for (var centre = 0; centre < _zones.Centres; centre++)
            {
                if (Reaches(table.Rows, _needed, centre))
                    Weigh(table.Rows, centre, ref best);
            }
            if (best.Llr >= _floor)
                return best.Llr;
        }
        for (var centre = 0; centre < _zones.Centres; centre++)
            Weigh(table.Rows, centre, ref best);
        return best.Llr;
    }

    /// <summary>The largest expectation with which a number of cases has the ratio, by that number: it rises with it. None below the fewest cases.</summary>
    private double[] WidestExpected(double ratio)
    {
        var widest = new double[Windows.MostCases + 1];
        for (var cases = Math.Max(1, _least); cases < widest.Length; cases++)
            widest[cases] = WidestExpected(ratio, cases, widest[cases - 1]);
        return widest;
    }

    /// <summary>
    /// Of so many cases the ratio falls convexly with the expectation, so Newton's steps from below end at the root and never pass it; the root of one case fewer is
    /// close below.
    /// </summary>
    private double WidestExpected(double ratio, int cases, double below)
    {
        var expected = Math.Max(below, cases * Math.Exp(-ratio / cases - 1));
        for (var step = double.PositiveInfinity; step > 1e-12 * expected; expected += step)
        {
            var slope = cases / expected - (Windows.Total - cases) / (Windows.Total - expected);
            step = slope > 0 ? (ScanStatistic.Llr(cases, expected, Windows.Total) - ratio) / slope : 0;
        }
        // Rounded up: what is just below the ratio is looked at in vain, and nothing above it is missed.
        return expected * (1 + 1e-9);
    }

    /// <summary>Whether a circle about the centre holds, in some window, as many cases as the floor needs.</summary>
    private bool Reaches(T[] rows, T[] needed, int centre)
    {
        ref var row = ref MemoryMarshal.GetArrayDataReference(rows);
        ref var need = ref MemoryMarshal.GetArrayDataReference(needed);
        ref var members = ref MemoryMarshal.GetArrayDataReference(_zones.Members);
        var (lastZone, width) = (_zones.FirstZone[centre + 1], _width);
        for (var block = 0; block < width; block += Vector<T>.Count)
        {
            var sum = Vector<T>.Zero;
            var member = _zones.FirstMember[centre];
            for (var zone = _zones.FirstZone[centre]; zone < lastZone; zone++)
            {
                for (var end = _zones.Ends[zone]; member < end; member++)
                    sum += Vector.LoadUnsafe(ref row, (nuint)(Unsafe.Add(ref members, member) * width + block));
                if (Vector.GreaterThanOrEqualAny(sum, Vector.LoadUnsafe(ref need, (nuint)(zone * width + block))))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The best circle and window of a centre, if it is better than the best so far.</summary>
    private void Weigh(T[] rows, int centre, ref ScanFound best)
    {
        var windows = Windows.Days.Count;
        Span<double> expected = stackalloc double[windows];
        Span<int> cases = stackalloc int[windows];
        var (total, member) = ((double)Windows.Total, _zones.FirstMember[centre]);
        for (var zone = _zones.FirstZone[centre]; zone < _zones.FirstZone[centre + 1]; zone++)
        {
            for (var i = member; i < _zones.Ends[zone]; i++)
            {
                var row = rows.AsSpan(_zones.Members[i] * _width, windows);
                for (var w = 0; w < windows; w++)
                    cases[w] += int.CreateTruncating(row[w]);
            }
            member = AddExpected(expected, member, zone);
            for (var w = 0; w < windows; w++)
            {
                var (count, mean) = (cases[w], expected[w]);
                if (count < _least || count <= mean)
                    continue;
                // ln x < √x − 1/√x and ln(1 − x) < −x: what cannot be better needs no logarithm.
                var more = count - mean;
                if (more * (Math.Sqrt(count / mean) - 1 + more / (total - mean)) < best.Llr)
                    continue;
                var ratio = ScanStatistic.Llr(count, mean, total);
                if (ratio > best.Llr)
                    best = new ScanFound(ratio, zone, w, count, mean);
            }
        }
    }

    /// <summary>Adds the members that a circle has beyond the one before.</summary>
    /// <returns>The first member after it.</returns>
    private int AddExpected(Span<double> expected, int member, int zone)
    {
        for (; member < _zones.Ends[zone]; member++)
        {
            var row = _expected.AsSpan(_zones.Members[member] * expected.Length, expected.Length);
            for (var w = 0; w < row.Length; w++)
                expected[w] += row[w];
        }
        return member;
    }
}
