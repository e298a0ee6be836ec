using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Hotspot.Store;

/// <summary>
/// A 64-bit hash (XXH3) of an order number, stored with the order. It only finds rows quickly: whatever it finds is compared by the number itself.
/// </summary>
public static class OrderHash
{
    public static ulong Of(string complaintId) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(complaintId.AsSpan()));
}
