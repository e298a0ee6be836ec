using System.Globalization;

namespace Hotspot.Geo;

/// <summary>
/// Degrees as people and programs write them: 116.397128, E116.397°, 116°23′49.7″E, 116度23分49.7秒, 116:23:49.7, −73.98, 40.71W; a pair in one
/// cell, 116.397128,39.908722. Half-width or full-width.
/// </summary>
public static class CoordinateText
{
    private const string Positive = "NE北东";
    private const string Negative = "SW南西";
    private const string Units = "°º度'′’分\"″”秒:：";
    private static readonly string[] Words = ["东经", "北纬", "西经", "南纬", "经度", "纬度"];

    /// <returns>Null where the text is no number of that kind.</returns>
    public static double? Degrees(ReadOnlySpan<char> written)
    {
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
            return double.IsFinite(plain) ? plain : null;
        if (written.Length > 40)
            return null;
        Span<char> buffer = stackalloc char[written.Length];
        ReadOnlySpan<char> text = buffer[..PlaceText.Normalise(written, buffer)];
        var sign = 1;
        foreach (var word in Words)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal))
                continue;
            sign = word[0] is '西' or '南' ? -1 : 1;
            text = text[word.Length..].TrimStart(":");
        }
        text = Unsigned(text, ref sign);
        Span<Range> parts = stackalloc Range[5];
        var count = text.SplitAny(parts, Units, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count is < 1 or > 3)
            return null;
        Span<double> numbers = stackalloc double[3];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(text[parts[i]], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
            if (i > 0 && (numbers[i] is < 0 or >= 60 || numbers[i - 1] != Math.Floor(numbers[i - 1])))
                return null;
        }
        var size = Math.Abs(numbers[0]) + numbers[1] / 60 + numbers[2] / 3600;
        return sign * (double.IsNegative(numbers[0]) ? -size : size);
    }

    /// <summary>Both halves of a cell that holds a pair, in the order written; null where it is no pair.</summary>
    public static LonLat? Pair(ReadOnlySpan<char> written)
    {
        var text = written.Trim().Trim("()[]（）");
        foreach (var separator in ",，;；/ ")
        {
            var at = text.IndexOf(separator);
            if (at > 0 && Degrees(text[..at].Trim()) is { } first && Degrees(text[(at + 1)..].Trim()) is { } second)
                return new LonLat(first, second);
        }
        return null;
    }

    /// <summary>Takes one letter of a quarter of the sky off the front or the end.</summary>
    private static ReadOnlySpan<char> Unsigned(ReadOnlySpan<char> text, scoped ref int sign)
    {
        if (text.Length < 2)
            return text;
        foreach (var at in (ReadOnlySpan<int>)[0, text.Length - 1])
        {
            var isPositive = Positive.Contains(text[at]);
            if (!isPositive && !Negative.Contains(text[at]))
                continue;
            sign *= isPositive ? 1 : -1;
            return (at == 0 ? text[1..] : text[..^1]).Trim();
        }
        return text;
    }
}
