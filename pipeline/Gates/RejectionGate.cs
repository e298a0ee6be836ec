using Hotspot.Store;

namespace Hotspot.Gates;

/// <summary>More rejected rows than the settings allow hold back the publishing, not the load.</summary>
public static class RejectionGate
{
    public static bool Holds(IReadOnlyList<LedgerEntry> entries, double mostRejectedShare)
    {
        var read = entries.Sum(entry => entry.Read);
        return read > 0 && entries.Sum(entry => entry.Rejected) > mostRejectedShare * read;
    }
}
