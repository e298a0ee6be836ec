namespace Hotspot.Outputs.Charts;

/// <summary>Three to six round numbers from zero (or below) to at least the largest value: steps of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    public static IReadOnlyList<double> Of(double low, double high)
    {
        var span = Math.Max(high - low, 1e-9);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span)));
        var step = new[] { 0.2, 0.5, 1, 2, 5 }.Select(part => part * power).First(step => span / step <= 5);
        var first = Math.Floor(low / step);
        var last = Math.Ceiling(high / step - 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 9))];
    }
}
