using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Reports.Acceptance;

public enum BulletinState
{
    Final,
    Draft,
    Missing,
}

/// <param name="IssueNumber">总第N期; null: no final.</param>
/// <param name="FinishedAt">When it was written last; null: it was not.</param>
/// <param name="IsOnTime">A final week by noon of the day after; null: not judged.</param>
public sealed record DueBulletin(Period Period, BulletinState State, int? IssueNumber, DateTime? FinishedAt, bool? IsOnTime);

/// <param name="MedianMinutes">From the request to the answer.</param>
/// <param name="Unread">Scores that are no words of the survey.</param>
public sealed record RequestCount(int Requests, double? MedianMinutes, int Scored, int Satisfied, int Basic, int Unread);

/// <summary>What an acceptance asks for. A figure without data is null and told as such.</summary>
/// <param name="Through">Last day of the complaints that were seen.</param>
/// <param name="CallbackOrders">6+N orders closed in the span; <paramref name="Callback"/> is null where none was ever called.</param>
public sealed record AcceptanceFigures(
    DaySpan Span,
    DateOnly Through,
    IReadOnlyList<DispatchedSpan> Lists,
    IReadOnlyList<ProcessingCount> Processing,
    CallbackRate? Callback,
    int CallbackOrders,
    double CallbackTarget,
    IReadOnlyList<DueBulletin> Bulletins,
    RequestCount? Requests,
    SurveyCount? Survey,
    double SatisfactionTarget
)
{
    public ProcessingCount? Of(OrderStream stream) => Processing.Of(stream);

    public int DaysChecked(OrderStream stream) => DispatchCover.Days(Lists, stream, Span);

    public int Answers => (int)(Survey?.Answers ?? 0) + (Requests?.Scored ?? 0);

    public int Content => (int)((Survey?.Satisfied ?? 0) + (Survey?.Basic ?? 0)) + (Requests?.Satisfied ?? 0) + (Requests?.Basic ?? 0);

    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];
}
