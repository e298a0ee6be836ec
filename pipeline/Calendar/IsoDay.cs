using System.Globalization;

namespace Hotspot.Calendar;

/// <summary>Days as folders, files and machines name them.</summary>
public static class IsoDay
{
    /// <summary><c>2025-04-28</c>.</summary>
    public static string Iso(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no such day.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
