namespace Hotspot.Store;

/// <summary>
/// Which orders have been seen, as a chain of Bloom filters (Bloom 1970; Almeida et al. 2007 for the chain): an order said to be new is new; one of
/// about a thousand new ones is said to be known. Two bytes an order, whatever the number of orders.
/// </summary>
internal sealed class SeenOrders
{
    private const int FirstCapacity = 1 << 20;
    private const int BitsAnOrder = 16;
    private const int Probes = 6;
    private readonly List<ulong[]> _filters = [];
    private long _room;

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
            _filters.Add(new ulong[_room * BitsAnOrder / 64]);
        }
        _room--;
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
