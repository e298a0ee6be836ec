using Hotspot.Gates;
using Hotspot.Records;

namespace Hotspot.Runs.Check;

/// <summary>What <c>check</c> found.</summary>
public sealed record GatesChecked(IReadOnlyList<Gate> Gates, StatusResult Status);

/// <summary><c>check</c>: the gates of a home; looks and writes nothing.</summary>
public static class GatesRun
{
    public static GatesChecked Execute(RunContext context)
    {
        var status = StatusRun.Execute(context);
        var callback = status.Callbacks.MinBy(standing => standing.Orders == 0 ? 1 : (double)standing.Counted / standing.Orders);
        double? Rate(OrderStream stream) => status.Processing.FirstOrDefault(one => one.Count.Stream == stream)?.Count.Rate;
        return new GatesChecked(
            HomeGates.Of(
                new HomeFacts(
                    status.DaysBehind,
                    Math.Max(Share(status.RowsRejected, status.RowsRead), Share(status.Held?.Rejected ?? 0, status.Held?.Read ?? 0)),
                    context.Settings.MaxRejectedShare,
                    status.InboxFiles.Count,
                    Rate(OrderStream.A),
                    Rate(OrderStream.Own),
                    callback is null ? null : (double)callback.Counted / callback.Orders,
                    context.Settings.Callback.Target,
                    callback?.DaysLeft ?? 0,
                    status.Due.Count(order => !order.IsOverdue),
                    status.Due.Count(order => order.IsOverdue),
                    status.Survey is { Answers: > 0 } survey ? (double)(survey.Satisfied + survey.Basic) / survey.Answers : null,
                    context.Settings.SatisfactionTarget,
                    status.Night is { } night ? night.Failed is not null || (night.FinishedAt is null && !status.Busy) : null
                )
            ),
            status
        );
    }

    private static double Share(long rejected, long read) => read == 0 ? 0 : (double)rejected / read;
}
