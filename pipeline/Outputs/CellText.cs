using System.Globalization;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// The one place where a cell becomes text: Word and HTML print this, and <see cref="XlsxFormat"/> makes Excel show the same digits.
/// Doubles are first read at 15 significant digits, as Excel reads them, then rounded half away from zero.
/// </summary>
public static class CellText
{
    /// <summary>True minus sign, U+2212: as wide as a plus.</summary>
    public const string Minus = "−";

    /// <param name="none">Printed for null: the label <c>cell.none</c>.</param>
    public static string Of(object? value, CellFormat format, string none) =>
        value switch
        {
            null => none,
            string text => text,
            DateOnly day => Day(day),
            DateTime at when format == CellFormat.Date => Day(DateOnly.FromDateTime(at)),
            DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double number when !double.IsFinite(number) => none,
            double number when Math.Abs(number) >= 1e15 => number.ToString("0.###E+0", CultureInfo.InvariantCulture),
            IConvertible number => Number(number.ToDecimal(CultureInfo.InvariantCulture), format),
            _ => throw new ArgumentException($"a cell cannot hold a {value.GetType().Name}", nameof(value)),
        };

    /// <summary>1234 prints 1,234; 0.5 prints 0.5: for legends and axis labels, which have no column.</summary>
    public static string Plain(double value) => Signed((decimal)value, value == Math.Floor(value) ? "#,##0" : "#,##0.##", plus: false);

    public static bool IsNumeric(CellFormat format) => format is not (CellFormat.Text or CellFormat.Date or CellFormat.Minute);

    /// <summary>The formats whose numbers can carry a sign.</summary>
    public static bool IsSigned(CellFormat format) => IsNumeric(format) && format != CellFormat.PValue;

    /// <summary>True for a number other than zero that prints as zero.</summary>
    public static bool RoundsToZero(double value, CellFormat format) =>
        value != 0 && IsSigned(format) && !Of(value, format, "").Any(c => c is >= '1' and <= '9');

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value, CellFormat format) =>
        format switch
        {
            CellFormat.Count => Signed(Round(value, 0), "#,##0", plus: false),
            CellFormat.Decimal1 => Signed(Round(value, 1), "#,##0.0", plus: false),
            CellFormat.Decimal2 => Signed(Round(value, 2), "#,##0.00", plus: false),
            CellFormat.Degrees => Signed(Round(value, 6), "0.000000", plus: false),
            CellFormat.Percent1 => Signed(Round(value * 100, 1), "#,##0.0", plus: false) + "%",
            CellFormat.SignedPercent1 => Signed(Round(value * 100, 1), "#,##0.0", plus: true) + "%",
            CellFormat.SignedCount => Signed(Round(value, 0), "#,##0", plus: true),
            CellFormat.PValue when value < 0.001m => "<0.001",
            CellFormat.PValue => Signed(Round(value, 3), "0.000", plus: false),
            _ => Signed(value, "0.###############", plus: false),
        };

    private static decimal Round(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    private static string Signed(decimal value, string pattern, bool plus)
    {
        var digits = Math.Abs(value).ToString(pattern, CultureInfo.InvariantCulture);
        return value switch
        {
            < 0 => Minus + digits,
            > 0 when plus => "+" + digits,
            _ => digits,
        };
    }
}
