using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>What readers see; a home that has published nothing is exit 4.</summary>
internal static class PublishedData
{
    /// <exception cref="OperatorException">Nothing is published (exit 4).</exception>
    public static Generation Of(RunContext context) => Generation.Current(context.Home.PublishedData) ?? throw Nothing(context);

    /// <exception cref="OperatorException">Nothing is published, or no complaint (exit 4).</exception>
    public static (Generation Generation, Coverage Coverage) Covered(RunContext context)
    {
        var generation = Of(context);
        return (generation, ComplaintReader.Coverage(generation, context.Limits) ?? throw Nothing(context));
    }

    /// <param name="period">Name of days that the data do not reach.</param>
    public static OperatorException NotCovered(string period, Coverage coverage) =>
        new(ExitCode.Missing, "empty_period", ("period", period), ("first", coverage.FirstOn.Iso()), ("last", coverage.LastOn.Iso()));

    public static OperatorException Nothing(RunContext context) => new(ExitCode.Missing, "nothing_loaded", ("home", context.Home.Root));
}
