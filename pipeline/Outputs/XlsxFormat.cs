using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>Excel number formats that show what <see cref="CellText"/> prints, with the true minus sign.</summary>
public static class XlsxFormat
{
    private const string Minus = "\"−\"";

    public static string Of(CellFormat format) =>
        format switch
        {
            CellFormat.PValue => "[<0.001]\"<0.001\";0.000",
            CellFormat.Date => "yyyy\\-mm\\-dd",
            CellFormat.Minute => "yyyy\\-mm\\-dd\\ hh:mm",
            CellFormat.Text => "@",
            _ => $"{Plus(format)}{Digits(format)};{Minus}{Digits(format)};{Digits(format)}",
        };

    /// <summary>For a number that is not zero but rounds to it: Excel would sign it, print does not.</summary>
    public static string OfZero(CellFormat format) => CellText.IsSigned(format) ? $"{Digits(format)};{Digits(format)}" : Of(format);

    private static string Plus(CellFormat format) => format is CellFormat.SignedCount or CellFormat.SignedPercent1 ? "+" : "";

    private static string Digits(CellFormat format) =>
        format switch
        {
            CellFormat.Decimal1 => "#,##0.0",
            CellFormat.Decimal2 => "#,##0.00",
            CellFormat.Degrees => "0.000000",
            CellFormat.Percent1 or CellFormat.SignedPercent1 => "#,##0.0%",
            _ => "#,##0",
        };
}
