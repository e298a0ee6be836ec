using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Hotspots.Statistics;
using Hotspot.Records;

namespace Hotspot.Gates;

/// <summary>What the contract promises, of a stream or of a unit within it: a row of <c>service_levels.parquet</c>. Shares 0–1, limits 95 % (Wilson 1927).</summary>
/// <param name="Level">stream | district | street.</param>
/// <param name="Unit">Null: the whole stream; a street is named district/street.</param>
/// <param name="Received">Complaints of the period.</param>
/// <param name="Dispatched">Orders that the city's lists say were sent out; null: not checked (未核对), as are the columns that follow from it.</param>
/// <param name="Processed">Of these, registered.</param>
/// <param name="CallbackOrders">6+N orders of stream B closed in the period; null: no callback was ever recorded, or another stream.</param>
/// <param name="CallbackDone">Those that count as called back by the settings.</param>
/// <param name="ContactedRate">Weighted estimates of the cohort; null where no valid callback says.</param>
public sealed record ServiceLevel(
    string Stream,
    string Level,
    string? Unit,
    long Received,
    long? Dispatched,
    long? Excused,
    long? Processed,
    double? ProcessingRate,
    double? ProcessingLow,
    double? ProcessingHigh,
    long? CallbackOrders,
    long? CallbackDone,
    double? CallbackRate,
    double? CallbackLow,
    double? CallbackHigh,
    double? ContactedRate,
    double? ResolvedRate,
    double? SatisfiedRate,
    double? Score
)
{
    /// <summary>A row for each stream and unit that received a complaint, was sent an order or is called back.</summary>
    /// <param name="rates">Of the cohort; only city, districts and streets are used. Empty: none.</param>
    public static IReadOnlyList<ServiceLevel> Of(
        IReadOnlyList<UnitCount> received,
        IReadOnlyList<ProcessingCount> processing,
        IReadOnlyList<CallbackRate> rates
    )
    {
        var counts = received.ToDictionary(unit => (unit.Stream, unit.District, unit.Street), unit => unit.Complaints);
        var processed = processing.ToDictionary(count => (count.Stream, count.District, count.Street));
        var called = rates.Where(rate => rate.Level != "issue").ToDictionary(rate => (Stream: OrderStream.B, rate.District, rate.Street));
        return
        [
            .. counts
                .Keys.Union(processed.Keys)
                .Union(called.Keys)
                .OrderBy(key => key.Stream)
                .ThenBy(key => key.District, StringComparer.Ordinal)
                .ThenBy(key => key.Street, StringComparer.Ordinal)
                .Select(key => Row(key, counts.GetValueOrDefault(key), processed.GetValueOrDefault(key), called.GetValueOrDefault(key))),
        ];
    }

    private static ServiceLevel Row(
        (OrderStream Stream, string? District, string? Street) key,
        long received,
        ProcessingCount? processing,
        CallbackRate? callback
    )
    {
        var due = processing is null ? 0 : processing.Dispatched - processing.Excused;
        (double Low, double High)? processingLimits = due > 0 ? Wilson.Interval95(processing!.Registered, due) : null;
        (double Low, double High)? callbackLimits = callback is { Orders: > 0 }
            ? Wilson.Interval95(callback.Counted, callback.Orders)
            : null;
        return new ServiceLevel(
            Snake.Code(key.Stream),
            key.District is null ? "stream"
                : key.Street is null ? "district"
                : "street",
            key.District is null ? null
                : key.Street is null ? key.District
                : $"{key.District}/{key.Street}",
            received,
            processing?.Dispatched,
            processing?.Excused,
            processing?.Registered,
            processing?.Rate,
            processingLimits?.Low,
            processingLimits?.High,
            callback?.Orders,
            callback?.Counted,
            callback?.Coverage,
            callbackLimits?.Low,
            callbackLimits?.High,
            callback?.ContactedRate,
            callback?.ResolvedRate,
            callback?.SatisfiedRate,
            callback?.Score
        );
    }
}
