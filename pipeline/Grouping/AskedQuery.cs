using System.Globalization;

namespace Hotspot.Grouping;

/// <summary>A question to the published complaints.</summary>
/// <param name="Sql">Name of the <c>.sql</c> file without its extension, e.g. <c>Grouping/totals</c>.</param>
/// <param name="Parameters">Values by the names that the file gives them, without <c>$</c>.</param>
public sealed record AskedQuery(string Sql, IReadOnlyDictionary<string, object?> Parameters)
{
    public override string ToString() =>
        Sql
        + string.Concat(
            Parameters
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $" {one.Key}={Text(one.Value)}"))
        );

    /// <summary>A value as text that <see cref="Value"/> reads back.</summary>
    public static string? Text(object? value) =>
        value is null ? null
        : value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture)
        : value is DateTime at ? at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : value is bool yes ? (yes ? "true" : "false")
        : Convert.ToString(value, CultureInfo.InvariantCulture);

    public static object? Value(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : IsNumber(text, out var real) ? real
        : bool.TryParse(text, out var yes) ? yes
        : text;

    /// <summary>A text in another spelling (1E5, 007.50) is no number that <see cref="Text"/> wrote.</summary>
    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
