using Hotspot.Ingest;
using Hotspot.Runs.Forms;

namespace Hotspot.Runs.Review;

/// <summary>Corrections by people: what to look at, what they decided, and taking it back.</summary>
public static class ReviewRun
{
    public static ReviewResult Execute(RunContext context, ReviewRequest request, CancellationToken cancel)
    {
        try
        {
            return request switch
            {
                { Action: ReviewAction.Make } => ReviewMaking.Run(context, request),
                { Action: ReviewAction.Apply, File: { } file } => ReviewApplying.Apply(
                    context,
                    request,
                    FilledForm.Read(file, ReviewMaking.Kind),
                    cancel
                ),
                { Action: ReviewAction.Undo } => ReviewApplying.Undo(context, request, cancel),
                _ => ReviewApplying.List(context),
            };
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }
}
