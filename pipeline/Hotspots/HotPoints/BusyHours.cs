using System.Globalization;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>The hours of the day that hold most of what is told of a place, for those who go there.</summary>
public static class BusyHours
{
    /// <summary>So much of it the hours hold.</summary>
    private const double Share = 0.8;

    /// <summary>More hours than these are no advice: it is told all day.</summary>
    public const int Most = 8;

    /// <summary>Fewer reports have hours, but no pattern of them.</summary>
    public const int Fewest = 10;

    /// <summary>The fullest hours until their share is reached, of equal ones first those beside a chosen one; an hour between two of them is one, too.</summary>
    /// <param name="hours">Of each report, 0–23.</param>
    /// <returns>In the order of the day, from behind the longest pause on; none where fewer than <see cref="Fewest"/> are known or these are more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyCollection<int> hours)
    {
        if (hours.Count < Fewest)
            return [];
        Span<int> counts = stackalloc int[24];
        foreach (var hour in hours)
            counts[hour]++;
        var chosen = new bool[24];
        bool Beside(int hour) => chosen[(hour + 1) % 24] || chosen[(hour + 23) % 24];
        for (int held = 0, number = 0; held < Share * hours.Count; number++)
        {
            if (number == Most)
                return [];
            var best = -1;
            for (var hour = 0; hour < 24; hour++)
            {
                if (
                    !chosen[hour]
                    && (best < 0 || counts[hour] > counts[best] || (counts[hour] == counts[best] && Beside(hour) && !Beside(best)))
                )
                    best = hour;
            }
            chosen[best] = true;
            held += counts[best];
        }
        var filled = Enumerable.Range(0, 24).Where(hour => chosen[hour] || (chosen[(hour + 1) % 24] && chosen[(hour + 23) % 24])).ToList();
        if (filled.Count is 0 or > Most)
            return [];
        var first = Enumerable.Range(0, filled.Count).MaxBy(i => (filled[i] - filled[(i + filled.Count - 1) % filled.Count] + 24) % 24);
        return [.. filled.Skip(first), .. filled.Take(first)];
    }

    /// <summary>As the tables have it: 22,23,0; null where there are none.</summary>
    internal static string? Text(IReadOnlyList<int> hours) => hours.Count == 0 ? null : string.Join(',', hours);

    public static IReadOnlyList<int> Read(string? text) =>
        text is null ? [] : [.. text.Split(',').Select(hour => int.Parse(hour, CultureInfo.InvariantCulture))];
}
