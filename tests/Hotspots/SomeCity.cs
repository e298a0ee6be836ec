using Hotspot.Hotspots;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots;

/// <summary>A city of 8 × 8 km without any hotspot: places with an even or clustered rate, reported over thirteen weeks and one.</summary>
internal sealed class SomeCity
{
    public static readonly DateOnly From = new(2025, 4, 21);
    private readonly Draws _random;
    private int _next;

    public SomeCity(ulong seed) => _random = new Draws(seed);

    public static (double X, double Y) Project(double longitude, double latitude) =>
        ((longitude - 116) * 85_000, (latitude - 39.5) * 111_000);

    public static PointUnit Unit(
        string id,
        double x,
        double y,
        DateOnly day,
        string? caller = "",
        string? key = null,
        bool located = true,
        int complaints = 1,
        string? incident = null,
        int hour = 10
    ) =>
        new(
            id,
            incident ?? id,
            key,
            key,
            located ? 116 + x / 85_000 : null,
            located ? 39.5 + y / 111_000 : null,
            day.ToDateTime(new TimeOnly(hour, 0)),
            hour,
            caller == "" ? "caller-" + id : caller,
            "店外经营",
            "朝阳区",
            "望京街道",
            complaints
        );

    public List<PointUnit> Background(int count, DateOnly from, int days, double width = 8000)
    {
        var units = new List<PointUnit>();
        for (var i = 0; i < count; i++)
            units.Add(Unit($"b{_next++}", _random.Unit() * width, _random.Unit() * width, from.AddDays(_random.Below(days))));
        return units;
    }

    public List<PointUnit> At(double x, double y, int count, DateOnly from, int days, double spread = 15)
    {
        var units = new List<PointUnit>();
        for (var i = 0; i < count; i++)
            units.Add(Unit($"s{_next++}", x + _random.Normal() * spread, y + _random.Normal() * spread, from.AddDays(i % days)));
        return units;
    }

    public static PointInputs Inputs(
        IEnumerable<PointUnit> period,
        IEnumerable<PointUnit> baseline,
        int weeks = 13,
        IReadOnlyList<PointUnit>? previous = null,
        IReadOnlyList<HotPoint>? known = null,
        Func<double, double, bool>? inside = null
    ) =>
        new(
            From,
            From.AddDays(6),
            [.. period],
            weeks > 0 ? From.AddDays(-7 * weeks) : null,
            [.. baseline],
            previous,
            Project,
            known is null
                ? []
                :
                [
                    .. known
                        .Where(old => old.Longitude is not null)
                        .Select(old => new KnownPoint(old.HotspotId, old.Longitude!.Value, old.Latitude!.Value)),
                ],
            inside
        );
}
