using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Callback;

/// <summary>All that a day's plan depends on.</summary>
/// <param name="Cohorts">Those whose window is open, the earliest first.</param>
/// <param name="History">What earlier plans made of their orders.</param>
/// <param name="Contacts">Attempts of the last four weeks.</param>
/// <param name="Staff">Telephonists, at least one.</param>
public sealed record PlanInput(
    DateOnly Day,
    IReadOnlyList<Cohort> Cohorts,
    IReadOnlyDictionary<string, CallHistory> History,
    IReadOnlyList<ContactCount> Contacts,
    CallbackSettings Settings,
    IReadOnlyList<string> Staff,
    ulong Seed
);

/// <summary>The orders of a period that the contract asks to call back.</summary>
/// <param name="ClosesOn">Last day of the calls.</param>
/// <param name="DaysLeft">Workdays until then, the day of the plan included.</param>
/// <param name="Orders">6+N orders of stream B that were closed in the period, before the day of the plan.</param>
public sealed record Cohort(Period Period, DateOnly ClosesOn, int DaysLeft, IReadOnlyList<CohortOrder> Orders);
