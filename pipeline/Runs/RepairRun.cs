using Hotspot.Store;

namespace Hotspot.Runs;

/// <param name="Parts">Months and other parts that are published.</param>
/// <param name="Damaged">Those that were not what was published; empty: nothing was to be mended.</param>
/// <param name="Generation">What readers see now.</param>
public sealed record RepairResult(int Parts, IReadOnlyList<string> Damaged, string Generation);

/// <summary>Published data against the hashes under which they were published; where they differ, all are written anew from the store.</summary>
public static class RepairRun
{
    /// <exception cref="OperatorException">Nothing was loaded (exit 4), or another run is at work (exit 5).</exception>
    public static RepairResult Execute(RunContext context)
    {
        var home = context.Home;
        if (!File.Exists(home.Store))
            throw PublishedData.Nothing(context);
        using var held = RunLock.Take(home);
        var ledger = new RunLedger(context, "home");
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        // In any case: a damaged store is told, also where what is published is whole.
        store.Session.Execute("Store/read_through");
        var current = Generation.Current(home.PublishedData);
        var damaged = current?.Damaged(store.Session) ?? [];
        if (current is not null && damaged.Count == 0)
            return new RepairResult(current.Files().Count, damaged, current.Id);
        context.Progress.Step("step.publishing");
        var next = ledger.Step("publish", "", () => PublishedData.Publish(home, store.Session, isAnew: true));
        return new RepairResult(next.Files().Count, damaged, next.Id);
    }
}
