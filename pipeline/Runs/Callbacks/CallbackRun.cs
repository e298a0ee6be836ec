using Hotspot.Ingest;

namespace Hotspot.Runs.Callbacks;

/// <summary>回访: who is called today, what was answered, and what it comes to.</summary>
public static class CallbackRun
{
    public static CallbackResult Execute(RunContext context, CallbackRequest request)
    {
        try
        {
            return request switch
            {
                PlanRequest plan => PlanRun.Execute(context, plan),
                RecordRequest record => RecordRun.Execute(context, record),
                SummaryRequest summary => SummaryRun.Execute(context, summary),
                _ => throw new ArgumentException($"no callback run for {request.GetType().Name}", nameof(request)),
            };
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }
}
