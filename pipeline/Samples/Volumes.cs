using Hotspot.Calendar;

namespace Hotspot.Samples;

/// <summary>How many calls each day gets, and what they are about: season, day of the week, holidays, growth, planted areas.</summary>
internal sealed class Volumes
{
    private readonly Script _script;
    private readonly Geography _geography;
    private readonly Dictionary<int, Shares[]> _placesByWeek = [];
    private readonly SampleSettings _settings;
    private readonly Func<DateOnly, DayKind> _dayKind;
    private Shares[]? _ordinaryPlaces;

    public Volumes(SampleSettings settings, Script script, Geography geography, Func<DateOnly, DayKind> dayKind, long ordinary)
    {
        (_settings, _script, _geography, _dayKind) = (settings, script, geography, dayKind);
        Daily = Spread(ordinary);
    }

    /// <summary>Ordinary (not planted) calls by day; they add up to what was asked for, exactly.</summary>
    public long[] Daily { get; }

    /// <summary>0 for the last week.</summary>
    public int WeeksBack(int day) => (_settings.Days - 1 - day) / 7;

    public DayKind Kind(int day) => _dayKind(_settings.FirstDay.AddDays(day));

    public double[] IssueWeights(int day)
    {
        var date = _settings.FirstDay.AddDays(day);
        var kind = _dayKind(date);
        return
        [
            .. _script.Issues.Select(i =>
                i.Share
                * Month(i.Months, date)
                * (
                    kind switch
                    {
                        DayKind.Weekend => i.Weekend,
                        DayKind.Holiday => i.Holiday,
                        _ => 1,
                    }
                )
            ),
        ];
    }

    /// <summary>For each issue the choice of a place, with the planted areas of that week.</summary>
    public Shares[] Places(int weeksBack)
    {
        if (_placesByWeek.TryGetValue(weeksBack, out var shares))
            return shares;
        var factors = AreaFactors(weeksBack);
        shares = factors is null ? _ordinaryPlaces ??= PlaceShares(null) : PlaceShares(factors);
        return _placesByWeek[weeksBack] = shares;
    }

    private long[] Spread(long ordinary)
    {
        var random = SplitMix.For(_settings.Seed, 0xDA11);
        var weights = new double[_settings.Days];
        // Days scatter a little more than Poisson: variance 1.4 times the mean, but never more than a fifth of it.
        var mean = (double)ordinary / _settings.Days;
        var scatter = Math.Min(0.2, Math.Sqrt(1.4 / mean));
        var usual = Places(int.MaxValue);
        for (var day = 0; day < weights.Length; day++)
        {
            var week = Places(WeeksBack(day));
            var issues = IssueWeights(day);
            for (var i = 0; i < issues.Length; i++)
                weights[day] += issues[i] * week[i].Total / usual[i].Total;
            // The hotline grows by a tenth a year.
            weights[day] *= (1 + 0.10 * day / 365.0) * Math.Max(0.3, 1 + scatter * random.Bell());
        }

        var total = weights.Sum();
        var daily = new long[weights.Length];
        var (soFar, given) = (0.0, 0L);
        for (var day = 0; day < daily.Length; day++)
        {
            soFar += weights[day];
            var until = day == daily.Length - 1 ? ordinary : (long)(ordinary * (soFar / total));
            daily[day] = until - given;
            given = until;
        }
        return daily;
    }

    /// <summary>Months turn into each other without a step: the weight of the middle of a month holds on its 15th.</summary>
    private static double Month(double[] months, DateOnly date)
    {
        var at = date.Month - 1 + (date.Day - 15) / 30.4;
        var low = (int)Math.Floor(at);
        var between = at - low;
        return months[(low + 12) % 12] * (1 - between) + months[(low + 13) % 12] * between;
    }

    private double[]? AreaFactors(int weeksBack)
    {
        var active = _script.Planted.Areas.Where(a => a.Factor(weeksBack) != 1).ToList();
        if (active.Count == 0)
            return null;
        var factors = Enumerable.Repeat(1.0, _geography.Streets.Length).ToArray();
        foreach (var area in active)
        {
            for (var s = 0; s < factors.Length; s++)
            {
                var street = _geography.Streets[s];
                if (street.District == area.District && (area.Street is null || area.Street == street.Name))
                    factors[s] *= area.Factor(weeksBack);
            }
        }
        return factors;
    }

    private Shares[] PlaceShares(double[]? factors)
    {
        var kinds = _script.Places.Kinds;
        return
        [
            .. _script.Issues.Select(issue =>
            {
                var liking = kinds.Select(k => 0.05 + issue.Places.GetValueOrDefault(k.Id)).ToArray();
                return new Shares([.. _geography.Places.Select(p => p.Weight * liking[p.Kind] * (factors?[p.Street] ?? 1))]);
            }),
        ];
    }
}
