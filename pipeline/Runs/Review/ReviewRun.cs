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
                { Action: ReviewAction.Make, File: not null } => ProfileForm.Make(context, request),
                { Action: ReviewAction.Make } => ReviewMaking.Run(context, request),
                { Action: ReviewAction.Apply, File: { } file } => Apply(context, request, file, cancel),
                { Action: ReviewAction.Undo } => ReviewApplying.Undo(context, request, cancel),
                _ => ReviewApplying.List(context),
            };
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static ReviewResult Apply(RunContext context, ReviewRequest request, string file, CancellationToken cancel)
    {
        var form = FilledForm.Read(file, ReviewMaking.Kind, ProfileForm.Kind);
        return form.Kind == ProfileForm.Kind ? ProfileMaking.Apply(context, form) : ReviewApplying.Apply(context, request, form, cancel);
    }
}
