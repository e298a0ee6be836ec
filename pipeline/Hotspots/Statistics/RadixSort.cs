namespace Hotspot.Hotspots.Statistics;

/// <summary>Stable least-significant-digit radix sort of non-negative keys with their items, 11 bits a pass and no more passes than the keys need.</summary>
internal static class RadixSort
{
    private const int Bits = 11;

    public static void Sort(ref long[] keys, ref int[] items)
    {
        long largest = 0;
        foreach (var key in keys)
            largest |= key;
        var spareKeys = new long[keys.Length];
        var spareItems = new int[keys.Length];
        Span<int> slots = stackalloc int[1 << Bits];
        for (var shift = 0; shift < 63 && largest >> shift != 0; shift += Bits)
        {
            slots.Clear();
            foreach (var key in keys)
                slots[(int)(key >> shift) & ((1 << Bits) - 1)]++;
            var next = 0;
            foreach (ref var slot in slots)
                (slot, next) = (next, next + slot);
            for (var i = 0; i < keys.Length; i++)
            {
                var at = slots[(int)(keys[i] >> shift) & ((1 << Bits) - 1)]++;
                spareKeys[at] = keys[i];
                spareItems[at] = items[i];
            }
            (keys, spareKeys) = (spareKeys, keys);
            (items, spareItems) = (spareItems, items);
        }
    }
}
