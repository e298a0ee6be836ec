namespace Hotspot.Hotspots;

/// <summary>One worker a processor: a pool that starves would add workers, each with room of its own.</summary>
internal static class Workers
{
    public static ParallelOptions All => new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
