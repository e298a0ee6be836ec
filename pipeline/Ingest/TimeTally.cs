using System.Runtime.InteropServices;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <param name="At">Beijing local time.</param>
/// <param name="Rows">Rows whose event has exactly this time.</param>
public sealed record TimeBurst(DateTime At, long Rows);

/// <summary>
/// How far the times of a file can be trusted (METHODS 0): minutes heaped on :00 and :30, many rows with one time, days far after all others.
/// A time that was written to the hour tells nothing of minutes: it is neither heaped nor part of a burst.
/// Memory is bounded: <see cref="MostTimes"/> different times are told apart, some 30 MB.
/// </summary>
internal sealed class TimeTally
{
    /// <summary>Share of :00 and :30 beyond which only hours are to be used.</summary>
    public const double HeapedBeyond = 0.2;
    private const int FewestForHeaping = 30;
    private const int MostTimes = 1 << 20;
    private const int FewestForBurst = 20;

    /// <summary>A burst has this many times the rows that a time of the file has in the middle (median)…</summary>
    private const int BurstOverMedian = 20;

    /// <summary>…or this share of the rows with a minute.</summary>
    private const double BurstShare = 0.1;
    private const int BurstsTold = 5;

    /// <summary>Days without any row before those that lie implausibly late…</summary>
    private const int GapDays = 31;

    /// <summary>…and which hold no more than this share of the file.</summary>
    private const double LateShare = 0.005;
    private readonly Dictionary<long, int> _times = [];
    private readonly Dictionary<int, long> _days = [];
    private long _withMinute;
    private long _heaped;
    private long _rows;

    public DateOnly? FirstOn => _days.Count == 0 ? null : DateOnly.FromDayNumber(_days.Keys.Min());
    public DateOnly? LastOn => _days.Count == 0 ? null : DateOnly.FromDayNumber(_days.Keys.Max());

    public double? HeapedShare => _withMinute < FewestForHeaping ? null : (double)_heaped / _withMinute;

    public void Add(EventTimeChoice time)
    {
        if (time.OccurredAt is not { } at)
            return;
        _rows++;
        CollectionsMarshal.GetValueRefOrAddDefault(_days, DateOnly.FromDateTime(at).DayNumber, out _)++;
        if (time.Precision >= TimePrecision.Hour)
            return;
        _withMinute++;
        _heaped += at.Minute is 0 or 30 ? 1 : 0;
        var second = at.Ticks / TimeSpan.TicksPerSecond;
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_times, second);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
            count++;
        else if (_times.Count < MostTimes)
            _times.Add(second, 1);
    }

    public IReadOnlyList<TimeBurst> Bursts()
    {
        if (_times.Count == 0)
            return [];
        var counts = _times.Values.Order().ToArray();
        var least = Math.Max(FewestForBurst, Math.Min(BurstOverMedian * (double)counts[counts.Length / 2], BurstShare * _withMinute));
        return
        [
            .. _times
                .Where(time => time.Value >= least)
                .OrderByDescending(time => time.Value)
                .ThenBy(time => time.Key)
                .Take(BurstsTold)
                .Select(time => new TimeBurst(new DateTime(time.Key * TimeSpan.TicksPerSecond), time.Value)),
        ];
    }

    /// <summary>
    /// Rows after the day of the load; where that is not known or lies later, rows after a gap of a month at the end of the file that are no
    /// more than one in two hundred.
    /// </summary>
    public long? LateRows(DateOnly? loadedOn)
    {
        if (_days.Count == 0)
            return loadedOn is null ? null : 0;
        var days = _days.OrderBy(day => day.Key).ToArray();
        long after = 0,
            late = 0;
        for (var i = days.Length - 1; i > 0; i--)
        {
            after += days[i].Value;
            if (after > _rows * LateShare)
                break;
            if (days[i].Key - days[i - 1].Key > GapDays)
                late = after;
        }
        var future = loadedOn is { } on ? days.Where(day => day.Key > on.DayNumber).Sum(day => day.Value) : 0;
        return Math.Max(late, future);
    }
}
