using Hotspot.Records;

namespace Hotspot.Samples;

/// <summary>How often each kind of dirt was written.</summary>
internal sealed class DirtCount
{
    private readonly long[] _counts = new long[Enum.GetValues<Dirt>().Length];

    public void Add(Dirt kind) => _counts[(int)kind]++;

    public SortedDictionary<string, long> ByCode() =>
        new(Enum.GetValues<Dirt>().ToDictionary(d => Snake.Code(d), d => _counts[(int)d]), StringComparer.Ordinal);
}
