using System.Runtime.InteropServices;

namespace Hotspot.Store;

/// <summary>
/// Which orders have been seen, as a chain of Bloom filters (Bloom 1970; Almeida et al. 2007 for the chain): an order said to be new is new; one of
/// about a thousand new ones is said to be known. Two bytes an order, whatever the number of orders. The store keeps it from load to load, so that a
/// night need not read the number of every order that there is.
/// </summary>
internal sealed class SeenOrders
{
    private const int FirstCapacity = 1 << 20;
    private const int BitsAnOrder = 16;
    private const int Probes = 6;

    /// <summary>The first filter has one part, each further one twice as many as the one before.</summary>
    private const int WordsAPart = FirstCapacity * BitsAnOrder / 64;
    private readonly List<ulong[]> _filters = [];
    private long _room;

    /// <summary>Filters from here on are not in the store as they are.</summary>
    private int _firstChanged = int.MaxValue;

    /// <summary>As the last load kept it; made from the orders where that was not the load just before: an earlier release, a load taken back, an undo.</summary>
    /// <param name="loadNo">Number of the load that begins.</param>
    public static SeenOrders Of(Session store, long loadNo)
    {
        var seen = new SeenOrders();
        if (store.Query("Store/seen_state", row => row.GetInt64(0), ("load_no", loadNo)) is [var room] && seen.TakeFilters(store))
        {
            seen._room = room;
            return seen;
        }
        seen = new SeenOrders();
        foreach (var known in store.Stream("Store/known_ids", row => row.GetFieldValue<ulong>(0)))
            seen.Add(known);
        return seen;
    }

    /// <summary>Writes what has changed.</summary>
    /// <param name="nextLoadNo">Number of the next load, for which it is complete.</param>
    public void Keep(Session store, long nextLoadNo)
    {
        store.Execute("Store/seen_keep", ("first", _firstChanged), ("load_no", nextLoadNo), ("room", _room));
        using var parts = store.Append("seen_filter");
        for (var filter = _firstChanged; filter < _filters.Count; filter++)
        {
            for (var part = 0; part < 1 << filter; part++)
            {
                var words = _filters[filter].AsSpan(part * WordsAPart, WordsAPart);
                parts.CreateRow().AppendValue(filter).AppendValue(part).AppendValue(MemoryMarshal.AsBytes(words)).EndRow();
            }
        }
    }

    /// <returns>Whether all parts were there.</returns>
    private bool TakeFilters(Session store)
    {
        var taken = store
            .Stream(
                "Store/seen_filters",
                row =>
                {
                    var (filter, part) = (row.GetInt32(0), row.GetInt32(1));
                    while (_filters.Count <= filter)
                        _filters.Add(new ulong[WordsAPart << _filters.Count]);
                    using var words = row.GetStream(2);
                    words.ReadExactly(MemoryMarshal.AsBytes(_filters[filter].AsSpan(part * WordsAPart, WordsAPart)));
                    return part;
                }
            )
            .Count();
        return taken == (1 << _filters.Count) - 1;
    }

    /// <returns>False where the order is surely new; it is known from now on.</returns>
    public bool Add(ulong idHash)
    {
        foreach (var filter in _filters)
        {
            if (Has(filter, idHash))
                return true;
        }
        if (_room == 0)
        {
            _room = (long)FirstCapacity << _filters.Count;
            _filters.Add(new ulong[WordsAPart << _filters.Count]);
        }
        _room--;
        _firstChanged = Math.Min(_firstChanged, _filters.Count - 1);
        foreach (var (word, bit) in new Bits(idHash, _filters[^1].Length))
            _filters[^1][word] |= bit;
        return false;
    }

    private static bool Has(ulong[] filter, ulong idHash)
    {
        foreach (var (word, bit) in new Bits(idHash, filter.Length))
        {
            if ((filter[word] & bit) == 0)
                return false;
        }
        return true;
    }

    /// <summary>The places of one order: all in one block of eight words, which one look at memory brings (Putze, Sanders and Singler 2009).</summary>
    private ref struct Bits(ulong hash, int words)
    {
        private const int WordsABlock = 8;
        private readonly int _block = (int)Math.BigMul(hash * 0x9e3779b97f4a7c15, (ulong)(words / WordsABlock), out _) * WordsABlock;
        private ulong _rest = hash;
        private int _left = Probes;

        public readonly Bits GetEnumerator() => this;

        public readonly (int Word, ulong Bit) Current => (_block + (int)(_rest & 7), 1UL << (int)((_rest >> 3) & 63));

        public bool MoveNext()
        {
            if (_left < Probes)
                _rest >>= 9;
            return --_left >= 0;
        }
    }
}
