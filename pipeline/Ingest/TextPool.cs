using System.Text;

namespace Hotspot.Ingest;

/// <summary>Short cells recur (districts, states, streets): the same bytes give the same string without decoding again. One thread only.</summary>
internal sealed class TextPool(Encoding encoding)
{
    private const int Slots = 4096;
    private const int LongestPooled = 48;
    private readonly (byte[] Bytes, string Text)[] _slots = new (byte[], string)[Slots];

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestPooled)
            return encoding.GetString(bytes);
        var hash = 2166136261u;
        foreach (var b in bytes)
            hash = (hash ^ b) * 16777619u;
        ref var slot = ref _slots[(hash ^ (hash >> 15)) & (Slots - 1)];
        if (slot.Bytes is not null && bytes.SequenceEqual(slot.Bytes))
            return slot.Text;
        slot = (bytes.ToArray(), encoding.GetString(bytes));
        return slot.Text;
    }
}
