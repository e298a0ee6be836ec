using System.Globalization;

namespace Hotspot.Cli;

/// <summary>How numbers and dates are written on the terminal, in either language.</summary>
internal static class Wording
{
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>12.3%; a share that is not quite all or not quite none never rounds to 100% or 0%.</summary>
    public static string Share(long part, long whole)
    {
        if (whole <= 0)
            return "—";
        var percent = Math.Round(100.0 * part / whole, 1, MidpointRounding.AwayFromZero);
        if (percent >= 100 && part < whole)
            return ">99.9%";
        if (percent <= 0 && part > 0)
            return "<0.1%";
        return percent.ToString(part == whole || part == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>One decimal: 92.3%.</summary>
    public static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    public static string Time(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The words of the trade have English codes on the command line; this is the code of an enum's name.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => Records.Snake.Code(value);
}
