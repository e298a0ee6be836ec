using Hotspot.Grouping;
using Hotspot.Hotspots.Statistics;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Callback;

/// <summary>One order that a cohort wants called.</summary>
internal sealed record Wanted(CohortOrder Order, CallReason Reason, double Probability);

/// <summary>
/// The day's draw from one cohort: unfinished orders of earlier plans first, then a systematic sample of those that no plan has drawn yet. Who is drawn depends on
/// streets, issues, weekdays, and on how many callbacks a street has; on nothing that a citizen answered.
/// </summary>
internal sealed class CohortDraw
{
    /// <summary>Bounds of how much more often a street is drawn than the average one.</summary>
    private const double LeastFavour = 0.5;
    private const double MostFavour = 2;

    /// <summary>Workdays before the end from which on a street's minimum is called for: by then the sample had its chance.</summary>
    private const int MinimumDays = 3;

    private readonly IReadOnlyList<CohortOrder> _frame;
    private readonly IReadOnlyDictionary<string, CallHistory> _history;
    private readonly CallbackSettings _settings;
    private readonly SystematicDraw _draw;
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<(string?, string?), double> _extraChance = [];

    public CohortDraw(Cohort cohort, PlanInput input)
    {
        (_history, _settings) = (input.History, input.Settings);
        var period = cohort.Period.Name;
        var callable = cohort.Orders.Where(order => order.CallerKey is not null).ToList();
        var target = (int)Math.Ceiling(_settings.Target * cohort.Orders.Count - 1e-9);
        var made = cohort.Orders.Count(IsMade);
        var rate = CallSizing.Rate(input.Contacts, period, _settings);
        var calls = CallSizing.Calls(target - made, rate, cohort.DaysLeft);
        var unfinished = callable
            .Where(order => _history.TryGetValue(order.ComplaintId, out var known) && CanBeCalled(known))
            .OrderBy(order => _history[order.ComplaintId].Attempts)
            .ThenBy(order => order.ComplaintId, StringComparer.Ordinal)
            .Take(calls)
            .ToList();
        _frame = CallFrame.Sort(callable.Where(order => !_history.ContainsKey(order.ComplaintId)));
        _places = _frame.Select((order, i) => (order.ComplaintId, i)).ToDictionary(StringComparer.Ordinal);
        var size = Math.Min(calls - unfinished.Count, _frame.Count);
        var seed = Draws.Seed(input.Seed, $"callback {input.Day:O} {period}");
        var draws = new Draws(seed);
        var rates = DrawRates.Of(Factors(cohort), size);
        _draw = SystematicDraw.Of(rates, size, draws.Unit());
        Wanted =
        [
            .. unfinished.Select(order => new Wanted(order, CallReason.Unfinished, 0)),
            .. _frame
                .Select((order, i) => (order, i))
                .Where(at => _draw.IsDrawn(at.i))
                .Select(at => new Wanted(at.order, CallReason.Drawn, rates[at.i])),
        ];
        var drawn = Wanted.Select(wanted => wanted.Order.ComplaintId).ToHashSet(StringComparer.Ordinal);
        Strata = [.. Streets(_frame).Select(street => Stratum(street, cohort, drawn, rates, draws))];
        Period = new PeriodDraw(
            period,
            cohort.Period.From,
            cohort.Period.LastDay,
            cohort.ClosesOn,
            cohort.Orders.Count,
            callable.Count,
            target,
            made,
            rate,
            cohort.DaysLeft,
            calls,
            size,
            Strata.Sum(stratum => stratum.Extra),
            seed
        );
    }

    public PeriodDraw Period { get; }
    public IReadOnlyList<StratumDraw> Strata { get; }

    /// <summary>Unfinished orders, the sample, and what the minimum of streets adds.</summary>
    public List<Wanted> Wanted { get; }

    public bool CanBeCalled(CallHistory known) =>
        known.HasPhone && !known.IsValid && known.Attempts < _settings.Attempts && known.Last?.IsLast() != true;

    /// <summary>Orders of the frame among these.</summary>
    public int Fresh(IEnumerable<CohortOrder> orders) => orders.Count(order => _places.ContainsKey(order.ComplaintId));

    /// <summary>Probability that the day takes at least one of the orders; 0 where none is in the frame.</summary>
    public double ChanceOfAny(IReadOnlyCollection<CohortOrder> orders)
    {
        var fresh = orders.Where(order => _places.ContainsKey(order.ComplaintId)).ToList();
        var missed = 1 - _draw.ChanceOfAny(fresh.Select(order => _places[order.ComplaintId]));
        foreach (var order in fresh)
            missed *= 1 - _extraChance.GetValueOrDefault((order.District, order.Street));
        return 1 - missed;
    }

    private bool IsMade(CohortOrder order) =>
        _history.TryGetValue(order.ComplaintId, out var known)
        && _settings.Counting switch
        {
            CallbackCounting.Valid => known.IsValid,
            CallbackCounting.Reached => known.IsReached,
            _ => known.Attempts > 0,
        };

    private static IEnumerable<IGrouping<(string? District, string? Street), CohortOrder>> Streets(IEnumerable<CohortOrder> orders) =>
        orders.GroupBy(order => (order.District, order.Street));

    /// <summary>How much each order's street is behind, per order that can be drawn, beside the average.</summary>
    private double[] Factors(Cohort cohort)
    {
        var factors = new double[_frame.Count];
        Array.Fill(factors, 1);
        if (!_settings.FavourLagging)
            return factors;
        var missing = Streets(cohort.Orders)
            .ToDictionary(street => street.Key, street => Math.Max(0, _settings.Target * street.Count() - street.Count(IsMade)));
        var eligible = Streets(_frame).ToDictionary(street => street.Key, street => street.Count());
        var average = eligible.Keys.Sum(street => missing[street]) / Math.Max(1, _frame.Count);
        for (var i = 0; i < factors.Length && average > 0; i++)
        {
            var street = (_frame[i].District, _frame[i].Street);
            factors[i] = Math.Clamp(missing[street] / eligible[street] / average, LeastFavour, MostFavour);
        }
        return factors;
    }

    private StratumDraw Stratum(
        IGrouping<(string? District, string? Street), CohortOrder> street,
        Cohort cohort,
        HashSet<string> drawn,
        double[] rates,
        Draws draws
    )
    {
        var rate = rates[_places[street.First().ComplaintId]];
        var left = street.Where(order => !drawn.Contains(order.ComplaintId)).ToList();
        var eligible = street.Count();
        var (extra, chance) = (0, rate);
        if (_settings.StreetMinimum is { } share && cohort.DaysLeft <= MinimumDays)
        {
            var all = cohort.Orders.Where(order => (order.District, order.Street) == street.Key).ToList();
            var unfinished = all.Count(order => drawn.Contains(order.ComplaintId) && !_places.ContainsKey(order.ComplaintId));
            var least = (int)Math.Ceiling(share * all.Count - 1e-9) - all.Count(IsMade) - unfinished;
            int Extra(int taken) => Math.Clamp(least - taken, 0, eligible - taken);
            extra = Extra(eligible - left.Count);
            var more = SystematicDraw.Of([.. left.Select(_ => (double)extra / left.Count)], extra, draws.Unit());
            for (var i = 0; i < left.Count; i++)
            {
                if (more.IsDrawn(i))
                    Wanted.Add(new Wanted(left[i], CallReason.StreetMinimum, rate));
            }
            // The draw takes one of two numbers of the street, whatever its start; each of them asks for its own extra.
            var fewer = (int)Math.Floor(eligible * rate + 1e-9);
            var oneMore = Math.Max(0, eligible * rate - fewer);
            double Share(int taken) => (double)(taken + Extra(taken)) / eligible;
            chance = (1 - oneMore) * Share(fewer) + (oneMore > 0 ? oneMore * Share(fewer + 1) : 0);
            _extraChance[street.Key] = rate < 1 ? 1 - (1 - chance) / (1 - rate) : 0;
        }
        return new StratumDraw(cohort.Period.Name, street.Key.District, street.Key.Street, eligible, eligible - left.Count, extra, chance);
    }
}
