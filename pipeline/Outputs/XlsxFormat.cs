using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// Excel number formats that show what <see cref="CellText"/> prints: true minus sign, no sign on what rounds to zero.
/// The quoted zero of the middle section stands for every number that rounds to it.
/// </summary>
public static class XlsxFormat
{
    public static string Of(CellFormat format) =>
        format switch
        {
            CellFormat.Count => "[<=-0.5]\"−\"#,##0;[<0.5]\"0\";#,##0",
            CellFormat.Decimal1 => "[<=-0.05]\"−\"#,##0.0;[<0.05]\"0.0\";#,##0.0",
            CellFormat.Decimal2 => "[<=-0.005]\"−\"#,##0.00;[<0.005]\"0.00\";#,##0.00",
            CellFormat.Degrees => "0.000000;\"−\"0.000000",
            CellFormat.Percent1 => "[<=-0.0005]\"−\"#,##0.0%;[<0.0005]\"0.0%\";#,##0.0%",
            CellFormat.SignedPercent1 => "[<=-0.0005]\"−\"#,##0.0%;[<0.0005]\"0.0%\";+#,##0.0%",
            CellFormat.SignedCount => "[<=-0.5]\"−\"#,##0;[<0.5]\"0\";+#,##0",
            CellFormat.PValue => "[<0.001]\"<0.001\";0.000",
            CellFormat.Date => "yyyy\\-mm\\-dd",
            CellFormat.Minute => "yyyy\\-mm\\-dd\\ hh:mm",
            _ => "@",
        };
}
