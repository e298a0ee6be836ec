using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Hotspot.Ingest;

/// <summary>
/// Short cells recur (districts, states, streets): the same bytes give the same string without decoding again. One thread only.
/// The bytes of all slots stand in one block, so that a cell that does not recur (an order number, a time) costs its string and nothing more.
/// </summary>
internal sealed class TextPool(Encoding encoding) : IDisposable
{
    private const int Slots = 4096;
    private const int LongestPooled = 96;
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Slots * LongestPooled);
    private readonly (string? Text, int Length)[] _slots = new (string?, int)[Slots];

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestPooled)
            return encoding.GetString(bytes);
        var at = (int)(Hash(bytes) >> 52);
        ref var slot = ref _slots[at];
        var kept = _bytes.AsSpan(at * LongestPooled, LongestPooled);
        if (slot.Text is { } text && bytes.SequenceEqual(kept[..slot.Length]))
            return text;
        bytes.CopyTo(kept);
        slot = (encoding.GetString(bytes), bytes.Length);
        return slot.Text!;
    }

    /// <summary>Eight bytes a step; the highest bits (2^12 = <see cref="Slots"/>) are the best mixed ones.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Odd = 0x9e3779b97f4a7c15;
        var hash = (ulong)bytes.Length * Odd;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ (hash >> 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Odd;
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (var b in bytes)
            hash = (hash ^ b) * Odd;
        return (hash ^ (hash >> 29)) * Odd;
    }
}
