using Hotspot.Grouping;
using Hotspot.Settings;

namespace Hotspot.Callback;

/// <summary>
/// Coverage and 三率 of a cohort: the city, then districts, streets and issues, each by name. Rates are those of the whole cohort, estimated from the valid
/// callbacks with their inclusion probabilities; the plain ones stand beside.
/// </summary>
public static class CallbackRates
{
    /// <summary>Rates are told to this many digits: sums of weights are the same on every machine to more than that.</summary>
    private const int Digits = 9;

    /// <summary>The row of the city alone.</summary>
    public static CallbackRate City(string period, IReadOnlyList<CohortOrder> orders, CallbackSettings settings, RateWeights weights) =>
        Rate(new Part(period, "city", null, null, null), orders, settings, weights);

    public static IReadOnlyList<CallbackRate> Run(
        string period,
        IReadOnlyList<CohortOrder> orders,
        CallbackSettings settings,
        RateWeights weights
    )
    {
        CallbackRate Row(
            string level,
            IReadOnlyCollection<CohortOrder> part,
            string? district = null,
            string? street = null,
            string? issue = null
        ) => Rate(new Part(period, level, district, street, issue), part, settings, weights);
        return
        [
            City(period, orders, settings, weights),
            .. orders
                .Where(order => order.District is not null)
                .GroupBy(order => order.District!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row("district", [.. group], group.Key)),
            .. orders
                .Where(order => order is { District: not null, Street: not null })
                .GroupBy(order => (order.District, order.Street))
                .OrderBy(group => group.Key.District, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Street, StringComparer.Ordinal)
                .Select(group => Row("street", [.. group], group.Key.District, group.Key.Street)),
            .. orders
                .GroupBy(order => order.Issue, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row("issue", [.. group], issue: group.Key)),
        ];
    }

    private sealed record Part(string Period, string Level, string? District, string? Street, string? Issue);

    private static CallbackRate Rate(Part part, IReadOnlyCollection<CohortOrder> orders, CallbackSettings settings, RateWeights weights)
    {
        var sample = orders.Where(order => order is { IsValid: true, Inclusion: > 0 }).ToList();
        WeightedShare? Share(Func<CohortOrder, double?> score) =>
            WeightedShare.Of([
                .. sample
                    .Select(order => (Score: score(order), Inclusion: order.Inclusion!.Value))
                    .Where(one => one.Score is not null)
                    .Select(one => (one.Score!.Value, one.Inclusion)),
            ]);
        var contacted = Share(order => Truth(order.Contacted));
        var resolved = Share(order => Truth(order.Resolved));
        var satisfied = Share(order =>
            order.Satisfaction switch
            {
                "satisfied" => 1,
                "basic" => weights.Basic,
                null => null,
                _ => 0,
            }
        );
        double? Score(Func<WeightedShare, double> of) =>
            contacted is null || resolved is null || satisfied is null
                ? null
                : 100 * (weights.Contacted * of(contacted) + weights.Resolved * of(resolved) + weights.Satisfied * of(satisfied));
        var (dialled, reached, valid) = (
            orders.Count(order => order.Attempts > 0),
            orders.Count(order => order.IsReached),
            orders.Count(order => order.IsValid)
        );
        var counted = settings.Counting switch
        {
            CallbackCounting.Valid => valid,
            CallbackCounting.Reached => reached,
            _ => dialled,
        };
        return new CallbackRate(
            part.Period,
            part.Level,
            part.District,
            part.Street,
            part.Issue,
            orders.Count,
            orders.Count(order => order.CallerKey is not null),
            dialled,
            reached,
            valid,
            counted,
            orders.Count == 0 ? null : Math.Round((double)counted / orders.Count, Digits),
            settings.Target,
            Rounded(resolved?.EffectiveSize),
            Rounded(contacted?.Value),
            Rounded(contacted?.Low),
            Rounded(contacted?.High),
            Rounded(contacted?.Raw),
            Rounded(resolved?.Value),
            Rounded(resolved?.Low),
            Rounded(resolved?.High),
            Rounded(resolved?.Raw),
            Rounded(satisfied?.Value),
            Rounded(satisfied?.Low),
            Rounded(satisfied?.High),
            Rounded(satisfied?.Raw),
            Rounded(Score(share => share.Value)),
            Rounded(Score(share => share.Raw))
        );
    }

    private static double? Truth(bool? value) => value is { } known ? (known ? 1 : 0) : null;

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, Digits) : null;
}
