using System.Globalization;
using Hotspot.Hotspots.Grids;
using NetTopologySuite.Geometries;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// 高发点位 (METHODS c). Units (one caller's issue at a place) become places, places candidates, and each candidate is asked two questions:
/// denser than its surroundings (hot), and more than its own past (rising). Places known only by text compete by their key.
/// </summary>
public static class Points
{
    /// <returns>Hotspots of many voices, by excess over expectation (by callers where there is no history), with their ranks; their classes come from <see cref="PointTrends"/>.</returns>
    public static IReadOnlyList<HotPoint> Run(PointInputs inputs, PointSettings settings)
    {
        var places = new PlaceTable(inputs.Period.Concat(inputs.Baseline).Concat(inputs.Previous ?? []), inputs.Project, settings);
        var (now, textNow) = Split(Ordered(inputs.Period), places);
        var (before, textBefore) = Split(Ordered(inputs.Baseline), places);
        var tested = inputs.BaselineFrom is { } first && inputs.From.DayNumber - first.DayNumber >= settings.LeastBaselineDays;

        var found = Located(places, now, tested ? before : [], inputs, settings);
        var baseline = before.Count + textBefore.Count;
        double? scale = tested && baseline > 0 ? (double)(now.Count + textNow.Count) / baseline : null;
        found.AddRange(TextPlaces.Run(textNow, textBefore, scale, inputs, settings));
        return
        [
            .. found
                .OrderByDescending(point => point.Excess ?? point.Callers)
                .ThenByDescending(point => point.Callers)
                .ThenByDescending(point => point.Complaints)
                .ThenBy(point => point.HotspotId, StringComparer.Ordinal)
                .Select((point, i) => point with { Rank = i + 1 }),
        ];
    }

    private static IEnumerable<PointUnit> Ordered(IEnumerable<PointUnit> units) =>
        units.OrderBy(unit => unit.At).ThenBy(unit => unit.UnitId, StringComparer.Ordinal);

    private static (List<(PointUnit Unit, int Place)> Located, List<PointUnit> Text) Split(IEnumerable<PointUnit> units, PlaceTable places)
    {
        var (located, text) = (new List<(PointUnit, int)>(), new List<PointUnit>());
        foreach (var unit in units)
        {
            if (places.Of(unit) is >= 0 and var place)
                located.Add((unit, place));
            else if (unit.PlaceKey is not null)
                text.Add(unit);
        }
        return (located, text);
    }

    private static List<HotPoint> Located(
        PlaceTable places,
        List<(PointUnit Unit, int Place)> now,
        List<(PointUnit Unit, int Place)> before,
        PointInputs inputs,
        PointSettings settings
    )
    {
        var weights = Weights(places, now);
        var history = before.Count > 0;
        // Without a history the period itself says where streets are dense; nothing is tested then.
        var ground = history ? Weights(places, before) : weights;
        var wide = KernelMass.Of(places.X, places.Y, ground, settings.KernelM, inputs.Inside);
        var near = KernelMass.Of(places.X, places.Y, ground, settings.NearM, inputs.Inside);
        var density = new Density(places.X, places.Y, ground, wide, near, settings, history ? (double)now.Count / before.Count : 1);
        var generator = new Candidates(settings);
        int[] used = [.. Enumerable.Range(0, places.Count).Where(place => weights[place] > 0)];
        var candidates = generator.Find(
            [.. used.Select(place => places.X[place])],
            [.. used.Select(place => places.Y[place])],
            [.. used.Select(place => weights[place])],
            [.. used.Select(place => density.At(places.X[place], places.Y[place]))]
        );

        var units = now.ToLookup(unit => unit.Place, unit => unit.Unit);
        var voiced = candidates
            .Select(candidate => (Candidate: candidate, Members: candidate.Members.Select(m => used[m]).ToArray()))
            .Select(c => (c.Candidate, c.Members, Summary: UnitSummary.Of([.. c.Members.SelectMany(place => units[place])])))
            .Where(c => c.Summary.IsManyVoiced)
            .ToArray();
        Candidate[] chosen = [.. voiced.Select(c => c.Candidate)];
        var index = new PlaceIndex(places);
        var bursts = history ? new Bursts(places, now, before, inputs, settings) : null;
        var hot = bursts is null
            ? null
            : new HotTest(places, wide, near, inputs.Inside, bursts, density, generator, settings).Run(
                chosen,
                [.. voiced.Select(c => c.Summary.Incidents)],
                now.Count
            );
        var rising = bursts is null ? null : new RisingTest(places, index, bursts, density, generator, settings).Run(chosen);
        var stand = Rivals.Settle(
            [.. voiced.Select(c => c.Members)],
            hot?.Zip(rising!, (h, q) => Math.Min(h.PValue, q)).ToArray(),
            hot?.Zip(voiced, (h, c) => c.Summary.Units - h.Expected).ToArray()
        );
        var previous = GroundPast.Of([.. stand.Select(i => chosen[i])], index, places, inputs.Previous);
        int[] medoids =
        [
            .. stand
                .Select(i => voiced[i].Members)
                .Select(m => m[Medoid.Of(m, place => places.X[place], place => places.Y[place], place => weights[place])]),
        ];
        var centres = medoids.Select(medoid => UnitSummary.Of([.. units[medoid]])).ToArray();
        var ids = HotspotIds.Inherit(
            [
                .. medoids.Select(
                    (m, k) =>
                    {
                        var ground = (places.Longitude[m], places.Latitude[m]);
                        var id = HotspotIds.OfGround(centres[k].District, centres[k].Street, centres[k].Label, ground.Item1, ground.Item2);
                        return (id, places.X[m], places.Y[m]);
                    }
                ),
            ],
            inputs,
            settings.SameM
        );
        return
        [
            .. stand.Select(
                (i, k) =>
                    Row(
                        ids[k],
                        voiced[i].Summary,
                        centres[k],
                        voiced[i].Members,
                        medoids[k],
                        places,
                        hot?[i],
                        rising?[i],
                        previous[k],
                        chosen[i].Method,
                        settings
                    ) with
                    {
                        UnitIds = [.. voiced[i].Members.SelectMany(place => units[place]).Select(unit => unit.UnitId)],
                    }
            ),
        ];
    }

    private static HotPoint Row(
        string id,
        UnitSummary sum,
        UnitSummary centre,
        int[] members,
        int medoid,
        PlaceTable places,
        (double Expected, double PValue)? hot,
        double? rising,
        long? previous,
        string method,
        PointSettings settings
    )
    {
        var radius = members.Max(m => Math.Sqrt(Math.Pow(places.X[m] - places.X[medoid], 2) + Math.Pow(places.Y[m] - places.Y[medoid], 2)));
        var hull = new MultiPoint([.. members.Select(m => new Point(places.Longitude[m], places.Latitude[m]))]).ConvexHull();
        // A q at the city's level says that the ground holds more than its share of the past, never less.
        bool? isRising = rising is { } q ? q <= settings.RisingLevel : null;
        var named =
            centre.Label
            ?? sum.Label
            ?? string.Create(CultureInfo.InvariantCulture, $"（{places.Longitude[medoid]:F5}，{places.Latitude[medoid]:F5}）");
        return new HotPoint(
            id,
            0,
            named,
            centre.District ?? sum.District,
            centre.Street ?? sum.Street,
            places.Longitude[medoid],
            places.Latitude[medoid],
            radius,
            sum.Complaints,
            sum.Incidents,
            sum.Callers,
            sum.CallersFrom,
            sum.ActiveDays,
            sum.FirstAt,
            sum.LastAt,
            sum.TopIssue,
            sum.TopHour,
            sum.BusyHours,
            hot?.Expected,
            sum.Units - hot?.Expected,
            hot?.PValue,
            hot is { } h ? h.PValue <= settings.HotLevel && sum.Units > h.Expected : null,
            previous,
            rising,
            isRising,
            null,
            method,
            hull.AsBinary()
        )
        {
            TopIssueShare = sum.TopIssueShare,
        };
    }

    private static int[] Weights(PlaceTable places, List<(PointUnit Unit, int Place)> units)
    {
        var weights = new int[places.Count];
        foreach (var (_, place) in units)
            weights[place]++;
        return weights;
    }
}
