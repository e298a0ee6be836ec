using Hotspot.Grouping;
using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Runs.Register;

/// <summary>A hotspot through the weeks that list it, and what people did about it.</summary>
/// <param name="Weeks">That list it, oldest first; empty: none does any more.</param>
/// <param name="Last">As the last of them has it.</param>
internal sealed record Followed(ListedPoint Last, IReadOnlyList<Calendar.Period> Weeks, FilledLine Filled);

/// <param name="Reason">Key of the words for what came out, or why nothing did.</param>
/// <param name="Weeks">Whole weeks counted on each side.</param>
internal sealed record EffectTold(string Reason, int Weeks = 0, BeforeAfter? Counts = null, ActionEffect? Effect = null, int Controls = 0);

/// <summary>
/// What came of an action at a hotspot: as many whole weeks after its day as there are, eight at most, against as many before it, and against hotspots that were
/// listed in the eight weeks before it too and that nobody acted on.
/// </summary>
internal sealed class FollowedEffect(IReadOnlyList<Followed> all, DateOnly firstOn, DateOnly lastOn)
{
    private const int MostWeeks = 8;
    private const int LeastWeeks = 2;

    /// <summary>Nearer ones may have had a part in the action.</summary>
    private const double ApartM = 500;

    /// <summary>All days that any comparison asks for; null: none can be made.</summary>
    public DaySpan? Days()
    {
        var acted = all.Where(one => Weeks(one) >= LeastWeeks && one.Last.Longitude is not null)
            .Select(one => one.Filled.ActedOn!.Value)
            .ToList();
        return acted.Count == 0 ? null : new DaySpan(acted.Min().AddDays(-7 * MostWeeks), acted.Max().AddDays(7 * MostWeeks + 1));
    }

    /// <summary>Null: nobody acted.</summary>
    /// <param name="units">Of hotspot and day.</param>
    public EffectTold? Of(Followed one, IReadOnlyDictionary<string, IReadOnlyList<PointDay>> units)
    {
        if (one.Filled.IsActedUnread)
            return new EffectTold("unread");
        if (one.Filled.ActedOn is not { } day)
            return null;
        if (one.Last.Longitude is null)
            return new EffectTold("no_coordinates");
        var weeks = Weeks(one);
        if (weeks < LeastWeeks)
            return new EffectTold("too_short");
        BeforeAfter Count(Followed other)
        {
            var days = units.GetValueOrDefault(other.Last.HotspotId) ?? [];
            return new BeforeAfter(
                days.Where(one => one.Day >= day.AddDays(-7 * weeks) && one.Day < day).Sum(one => one.Units),
                days.Where(one => one.Day > day && one.Day <= day.AddDays(7 * weeks)).Sum(one => one.Units)
            );
        }
        var treated = Count(one);
        var controls = all.Where(other => IsControl(other, one, day, weeks)).Select(Count).ToArray();
        var effect = ActionEffect.Of(treated, controls);
        var reason =
            treated.Before == 0 ? "nothing_before"
            : effect is null ? "few_controls"
            : effect.High < 1 ? "fell"
            : effect.Low > 1 ? "rose"
            : "unsure";
        return new EffectTold(reason, weeks, treated, effect, controls.Length);
    }

    /// <summary>Whole weeks that the data hold on both sides of the day.</summary>
    private int Weeks(Followed one) =>
        one.Filled.ActedOn is { } day
            ? Math.Min(MostWeeks, Math.Min(lastOn.DayNumber - day.DayNumber, day.DayNumber - firstOn.DayNumber) / 7)
            : 0;

    private static bool IsControl(Followed other, Followed treated, DateOnly day, int weeks) =>
        other.Last is { Longitude: { } x, Latitude: { } y }
        && other.Last.HotspotId != treated.Last.HotspotId
        && !other.Filled.IsActedUnread
        && (other.Filled.ActedOn is not { } acted || Math.Abs(acted.DayNumber - day.DayNumber) > 7 * weeks)
        && other.Weeks.Any(week => week.From <= day && week.LastDay >= day.AddDays(-7 * MostWeeks))
        && DistanceM(x, y, treated.Last.Longitude!.Value, treated.Last.Latitude!.Value) >= ApartM;

    private static double DistanceM(double x, double y, double otherX, double otherY)
    {
        const double degreeM = 111_195;
        var (east, north) = ((x - otherX) * Math.Cos(y * Math.PI / 180), y - otherY);
        return degreeM * Math.Sqrt(east * east + north * north);
    }
}
