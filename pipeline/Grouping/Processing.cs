using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Complaints of a unit in a span.</summary>
/// <param name="District">Null: the whole stream; <paramref name="Street"/> null: the whole district.</param>
public sealed record UnitCount(OrderStream Stream, string? District, string? Street, long Complaints);

/// <summary>What became of the orders that the city sent out in a span.</summary>
/// <param name="District">Null: the whole stream; <paramref name="Street"/> null: the whole district.</param>
/// <param name="Excused">Not registered, and need not be.</param>
public sealed record ProcessingCount(OrderStream Stream, string? District, string? Street, long Dispatched, long Registered, long Excused)
{
    /// <summary>漏单: sent out, not registered, not excused.</summary>
    public long Missing => Dispatched - Registered - Excused;

    /// <summary>处理率 = registered ÷ (dispatched − excused), 0–1; null where nothing had to be registered.</summary>
    public double? Rate => Dispatched == Excused ? null : (double)Registered / (Dispatched - Excused);
}

/// <summary>Parts of what <see cref="ComplaintReader.Processing"/> tells.</summary>
public static class ProcessingCounts
{
    /// <summary>A row each.</summary>
    public static IEnumerable<ProcessingCount> Streams(this IEnumerable<ProcessingCount> counts) =>
        counts.Where(count => count.District is null);

    /// <summary>The whole stream; null: nothing of it was sent out.</summary>
    public static ProcessingCount? Of(this IEnumerable<ProcessingCount> counts, OrderStream stream) =>
        counts.Streams().FirstOrDefault(count => count.Stream == stream);
}

/// <summary>Shares that a contract judges.</summary>
public static class Shares
{
    /// <summary>Down to a tenth of a percent: what prints 100 % is all of them.</summary>
    public static double Down(double share) => share >= 1 ? share : Math.Floor(share * 1000 + 1e-9) / 1000;
}

/// <summary>What the city's lists speak of.</summary>
public static class DispatchCover
{
    /// <summary>Days of the span of which a list of the stream speaks.</summary>
    public static int Days(IEnumerable<DispatchedSpan> lists, OrderStream stream, DaySpan span)
    {
        var own = lists.Where(list => list.Stream == stream).ToList();
        return Enumerable
            .Range(0, span.Days)
            .Select(span.From.AddDays)
            .Count(day => own.Exists(list => list.FromOn <= day && day <= list.LastOn));
    }
}

/// <summary>An order of one list that the other lacks.</summary>
/// <param name="Excused">Why it need not be registered; null: it has to be.</param>
public sealed record UnmatchedOrder(
    string ComplaintId,
    OrderStream Stream,
    DateOnly On,
    DateTime? DispatchedAt,
    string? District,
    string? Street,
    string? Issue,
    string? Excused
);

/// <param name="Column">stream | district | street | issue | called_at | dispatched_at.</param>
public sealed record DifferingOrder(string ComplaintId, string Column, string Listed, string Registered);

/// <summary>Minutes from sending out to registration.</summary>
/// <param name="Shift">Hour at which the shift begins, 0–23.</param>
public sealed record RegistrationLag(int Shift, long Orders, double Median, double P90, double Longest);

/// <summary>An open order near or past its time limit.</summary>
public sealed record DueOrder(string ComplaintId, DateTime DueAt, bool IsOverdue, string? District, string? Street, string? Issue);

/// <summary>What the users of the service said.</summary>
public sealed record SurveyCount(long Answers, long Satisfied, long Basic);
