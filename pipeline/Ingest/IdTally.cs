using System.Runtime.InteropServices;

namespace Hotspot.Ingest;

/// <summary>Counts order numbers that come again within a file, by a 64-bit hash each: at <see cref="Most"/> numbers some 100 MB, no more.</summary>
internal sealed class IdTally
{
    /// <summary>Different numbers beyond which nothing is counted any more.</summary>
    public const int Most = 1 << 22;
    private readonly HashSet<ulong> _seen = [];
    private long _duplicates;
    private bool _given;

    /// <summary>Rows whose number an earlier row has; null where there were too many to count.</summary>
    public long? Duplicates => _given ? null : _duplicates;

    public void Add(string id)
    {
        if (_given)
            return;
        if (!_seen.Add(Hash(id)))
            _duplicates++;
        else if (_seen.Count > Most)
        {
            _given = true;
            _seen.Clear();
            _seen.TrimExcess();
        }
    }

    /// <summary>Four characters a step; the same on every machine and in every run. Two different numbers collide once in 10^19 pairs.</summary>
    private static ulong Hash(string id)
    {
        const ulong Odd = 0x9e3779b97f4a7c15;
        var hash = (ulong)id.Length * Odd;
        var steps = MemoryMarshal.Cast<char, ulong>(id.AsSpan());
        foreach (var step in steps)
            hash = Mixed(hash ^ step);
        foreach (var c in id.AsSpan(steps.Length * (sizeof(ulong) / sizeof(char))))
            hash = Mixed(hash ^ c);
        return hash;
    }

    /// <summary>Finaliser of MurmurHash3 (Appleby 2011), a bijection.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
