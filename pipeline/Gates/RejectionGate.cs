namespace Hotspot.Gates;

/// <summary>More rejected rows than the settings allow hold back the publishing, not the load.</summary>
public static class RejectionGate
{
    public static bool Holds(long read, long rejected, double mostRejectedShare) => read > 0 && rejected > mostRejectedShare * read;
}
