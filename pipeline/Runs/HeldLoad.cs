using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The last load, where its rows wait in the store: too many others were rejected, or it ended before it could publish.</summary>
/// <param name="Files">Names of the files, with commas.</param>
public sealed record HeldLoad(string Files, long Read, long Rejected)
{
    /// <summary>Null where everything that was loaded is published.</summary>
    public static HeldLoad? Of(Home home)
    {
        foreach (var run in RunLedger.Newest(home))
        {
            if (run.Steps.Any(step => step is { Step: "publish", Ok: true }))
                return null;
            // A night's own step of that name only says what its load, a run by itself, did.
            if (run.Verb == "load" && run.Steps.LastOrDefault(step => step is { Step: "load", Ok: true }) is { } load)
                return new HeldLoad(load.Item, load.RowsIn ?? 0, load.Rejected ?? 0);
        }
        return null;
    }
}
