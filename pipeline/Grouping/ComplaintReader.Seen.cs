using System.Globalization;
using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    private const string Month = "year=";

    /// <summary>
    /// Content hash of each part of the generation that the reader sees: of a month that lies before its last day as published, of the month that holds it of the
    /// days before alone. What came later does not change them, so that a bulletin made again from the same complaints has the same inputs.
    /// </summary>
    public IReadOnlyDictionary<string, string> SeenInputs(Generation generation)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, hash) in generation.Files())
        {
            if (!part.StartsWith(Month, StringComparison.Ordinal))
                inputs[part] = part == "batches" ? Hash("Grouping/seen_batches") : hash;
            else if (FirstOf(part) is var first && first.AddMonths(1) <= Until)
                inputs[part] = hash;
            else if (first < Until)
                inputs[part] = Hash("Grouping/seen", ("from", first));
        }
        return inputs;
    }

    private string Hash(string sql, params ReadOnlySpan<(string, object?)> parameters) =>
        _session.One(sql, row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!, parameters);

    /// <summary>First day of <c>year=2025/month=4</c>.</summary>
    private static DateOnly FirstOf(string part)
    {
        var numbers = part.Split('/').Select(word => int.Parse(word.Split('=', '-')[1], CultureInfo.InvariantCulture)).ToArray();
        return new DateOnly(numbers[0], numbers[1], 1);
    }
}
