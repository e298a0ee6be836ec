namespace Hotspot.Outputs.Charts;

/// <summary>The classes of a map: class i holds values from <c>breaks[i-1]</c> (included) to <c>breaks[i]</c> (excluded).</summary>
internal sealed class Classes(IReadOnlyList<double> breaks, IEnumerable<double> values)
{
    private readonly bool _whole = breaks.Concat(values).All(value => value == Math.Floor(value));

    public int Count => breaks.Count + 1;

    public int Of(double value) => breaks.Count(bound => value >= bound);

    /// <summary>&lt;61, 61–119 (whole numbers) or 61–120, ≥240.</summary>
    public string Name(int index)
    {
        if (breaks.Count == 0)
            return "";
        if (index == 0)
            return "<" + CellText.Plain(breaks[0]);
        var low = breaks[index - 1];
        if (index == breaks.Count)
            return "≥" + CellText.Plain(low);
        var high = _whole ? breaks[index] - 1 : breaks[index];
        return _whole && high <= low ? CellText.Plain(low) : $"{CellText.Plain(low)}–{CellText.Plain(high)}";
    }
}
