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

    public static OperatorException Nothing(RunContext context) => new(ExitCode.Missing, "nothing_loaded", ("home", context.Home.Root));
}
