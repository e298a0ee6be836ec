using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>What readers see; a home that has published nothing is exit 4.</summary>
internal static class PublishedData
{
    /// <exception cref="OperatorException">Nothing is published (exit 4).</exception>
    public static Generation Of(RunContext context) => Current(context) ?? throw Nothing(context);

    /// <summary>
    /// The generation in force, null: nothing is published. What a release of before published in other columns is published anew from the store first: a
    /// program that was put in the place of an older one just goes on.
    /// </summary>
    /// <exception cref="OperatorException">Another run is at work meanwhile (exit 5).</exception>
    public static Generation? Current(RunContext context)
    {
        var home = context.Home;
        var generation = Generation.Current(home.PublishedData);
        if (generation is null || generation.IsOfThisRelease || !File.Exists(home.Store))
            return generation;
        context.Progress.Step("step.upgrading");
        using var held = RunLock.Take(home);
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        return Publish(home, store.Session);
    }

    /// <summary>The store as it is, for readers: what a load had to hold back is among it.</summary>
    public static Generation Publish(Home home, Session store, bool isAnew = false)
    {
        var generation = Generation.Publish(store, home.PublishedData, isAnew);
        HeldLoad.Keep(home, null);
        return generation;
    }

    /// <summary>The generation of before for readers again, as it stands; null: none. What a load had held is taken back with it.</summary>
    public static void Return(Home home, Generation? before)
    {
        Generation.Return(home.PublishedData, before);
        HeldLoad.Keep(home, null);
    }

    /// <exception cref="OperatorException">Nothing is published, or no complaint (exit 4).</exception>
    public static (Generation Generation, Coverage Coverage) Covered(RunContext context)
    {
        var generation = Of(context);
        return (generation, ComplaintReader.Coverage(generation, context.Clock.Today, context.Limits) ?? throw Nothing(context));
    }

    /// <param name="period">Name of days that the data do not reach.</param>
    public static OperatorException NotCovered(string period, Coverage coverage) =>
        new(ExitCode.Missing, "empty_period", ("period", period), ("first", coverage.FirstOn.Iso()), ("last", coverage.LastOn.Iso()));

    public static OperatorException Nothing(RunContext context) => new(ExitCode.Missing, "nothing_loaded", ("home", context.Home.Root));
}
