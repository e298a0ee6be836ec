using Hotspot.Calendar;

namespace Hotspot.Hotspots.Areas;

/// <summary>
/// What a day counts for where periods of unlike days are compared (METHODS b6): a workday is 1, weekends and days off are what they usually bring, by the
/// days before the period. The Spring Festival has a weight of its own; where none was seen yet it is a day off like others, and a kind never seen counts
/// as a workday. Days off are measured against the four weeks on either side, so that years of different size weigh alike.
/// </summary>
public sealed class DayWeights
{
    /// <summary>Days on either side of a day off that tell what an ordinary one would have brought.</summary>
    private const int Around = 28;

    /// <summary>Days of a kind below which they say nothing of it.</summary>
    private const int LeastOfAKind = 3;

    private readonly WorkCalendar _calendar;
    private readonly double _weekend;
    private readonly double _dayOff;
    private readonly double _festival;

    /// <param name="days">Cases of the days before the period, ascending; days that the data lack are left out.</param>
    public DayWeights(IReadOnlyList<(DateOnly Day, long Cases)> days, WorkCalendar calendar)
    {
        _calendar = calendar;
        var weekends = days.Where(day => KindOf(day.Day) == Kind.Weekend).ToList();
        var workdays = days.Where(day => KindOf(day.Day) == Kind.Workday).ToList();
        _weekend =
            weekends.Count < LeastOfAKind || workdays.Sum(day => day.Cases) == 0
                ? 1
                : weekends.Average(day => day.Cases) / workdays.Average(day => day.Cases);
        var festival = OfDaysOff(days, day => KindOf(day) == Kind.Festival);
        var other = OfDaysOff(days, day => KindOf(day) == Kind.DayOff);
        (_dayOff, _festival) = (other ?? 1, festival ?? other ?? 1);
    }

    private enum Kind
    {
        Workday,
        Weekend,
        DayOff,
        Festival,
    }

    /// <summary>Days from <paramref name="from"/> to before <paramref name="until"/> in workdays.</summary>
    public double Of(DateOnly from, DateOnly until)
    {
        double sum = 0;
        for (var day = from; day < until; day = day.AddDays(1))
            sum += Weight(KindOf(day));
        return sum;
    }

    /// <summary>Cases on the days off ÷ what as many ordinary days around them brought; null: too few of them, or nothing around.</summary>
    private double? OfDaysOff(IReadOnlyList<(DateOnly Day, long Cases)> days, Func<DateOnly, bool> isOf)
    {
        var (cases, expected, found) = (0L, 0.0, 0);
        for (var i = 0; i < days.Count; i++)
        {
            if (!isOf(days[i].Day))
                continue;
            var (around, workdays) = (0L, 0.0);
            for (var k = Math.Max(0, i - Around); k < Math.Min(days.Count, i + Around + 1); k++)
            {
                var kind = KindOf(days[k].Day);
                if (kind is Kind.DayOff or Kind.Festival || Math.Abs(days[k].Day.DayNumber - days[i].Day.DayNumber) > Around)
                    continue;
                around += days[k].Cases;
                workdays += Weight(kind);
            }
            if (workdays == 0)
                continue;
            (cases, expected, found) = (cases + days[i].Cases, expected + around / workdays, found + 1);
        }
        return found >= LeastOfAKind && expected > 0 ? cases / expected : null;
    }

    private double Weight(Kind kind) =>
        kind switch
        {
            Kind.Weekend => _weekend,
            Kind.DayOff => _dayOff,
            Kind.Festival => _festival,
            _ => 1,
        };

    private Kind KindOf(DateOnly day) =>
        _calendar.IsSpringFestival(day)
            ? Kind.Festival
            : _calendar.Of(day) switch
            {
                DayKind.Holiday => Kind.DayOff,
                DayKind.Weekend => Kind.Weekend,
                _ => Kind.Workday,
            };
}
