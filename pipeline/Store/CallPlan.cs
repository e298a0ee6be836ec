using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>Who is called on a day, and how that was drawn.</summary>
/// <param name="Staff">Telephonists, a sheet each.</param>
/// <param name="Orders">Call by call.</param>
public sealed record CallPlan(
    string PlanId,
    DateOnly PlanOn,
    IReadOnlyList<string> Staff,
    IReadOnlyList<PeriodDraw> Periods,
    IReadOnlyList<StratumDraw> Strata,
    IReadOnlyList<PlannedOrder> Orders
)
{
    public int Calls => Orders.Where(order => order.HasPhone).Select(order => order.CallNo).Distinct().Count();
}

/// <summary>The draw from one cohort.</summary>
/// <param name="LastOn">Last day of the period; <paramref name="ClosesOn"/> the last day of its calls.</param>
/// <param name="Callable">Orders whose caller's phone is known.</param>
/// <param name="Target">Callbacks that the cohort needs; <paramref name="Made"/> those it had before the plan.</param>
/// <param name="ContactRate">Share of calls that count.</param>
/// <param name="DaysLeft">Workdays that are left, the day of the plan included.</param>
/// <param name="Calls">Calls that the day needs, those to unfinished orders included.</param>
/// <param name="Drawn">Orders drawn for the first time; <paramref name="Extra"/> those that the streets' minimum added.</param>
public sealed record PeriodDraw(
    string Period,
    DateOnly FromOn,
    DateOnly LastOn,
    DateOnly ClosesOn,
    int Orders,
    int Callable,
    int Target,
    int Made,
    double ContactRate,
    int DaysLeft,
    int Calls,
    int Drawn,
    int Extra,
    ulong Seed
);

/// <summary>One street of a draw.</summary>
/// <param name="Probability">Of each of its eligible orders, 0–1.</param>
public sealed record StratumDraw(string Period, string? District, string? Street, int Eligible, int Drawn, int Extra, double Probability);

/// <summary>One order on a call sheet.</summary>
/// <param name="CallNo">From 1 in its plan; orders of one caller share it.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Probability">Of the order in the draw of the day; 0 where no draw took it.</param>
/// <param name="Inclusion">Of its caller on the day.</param>
/// <param name="CallerOrders">Orders of the caller in the frame of the draw, at least 1.</param>
/// <param name="HasPhone">False: the sealed original holds no phone that can be called.</param>
public sealed record PlannedOrder(
    string Period,
    string ComplaintId,
    int CallNo,
    string Staff,
    int Attempt,
    CallReason Reason,
    double Probability,
    double Inclusion,
    int CallerOrders,
    DateOnly ClosedOn,
    DateOnly ReportedOn,
    string? District,
    string? Street,
    string Issue,
    bool HasPhone = true
);

/// <summary>What earlier plans made of an order.</summary>
/// <param name="Plans">Sheets that it stood on; <paramref name="Attempts"/> those that came back with an outcome.</param>
/// <param name="Inclusion">Of its caller in the first plan.</param>
public sealed record CallHistory(
    string ComplaintId,
    int Plans,
    int Attempts,
    bool IsReached,
    bool IsValid,
    CallOutcome? Last,
    bool HasPhone,
    double Inclusion
);

/// <summary>Attempts at the orders of one cohort, and what came of them.</summary>
public sealed record ContactCount(string Period, int Attempts, int Reached, int Valid);

/// <summary>What a citizen answered.</summary>
/// <param name="Contacted">Whether the unit in charge had spoken with the citizen.</param>
/// <param name="Note">Masked.</param>
public sealed record CallAnswer(
    string ComplaintId,
    CallOutcome Outcome,
    bool? Contacted,
    bool? Resolved,
    Satisfaction? Satisfaction,
    string? Note
)
{
    public bool IsValid => Outcome == CallOutcome.Answered && Resolved is not null && Satisfaction is not null;
}

/// <summary>A call sheet that is still readable.</summary>
/// <param name="File">Name in the home's folder <c>callback</c>.</param>
public sealed record OpenSheet(string PlanId, string Staff, string File, DateTime WrittenAt);
