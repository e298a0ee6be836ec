namespace Hotspot.Ingest;

/// <summary>Excel's day numbers (1900 system): days since 1899-12-30, to the millisecond.</summary>
internal static class SerialDay
{
    private const double First = 0;
    private const double Last = 2_958_465.99999;

    /// <summary>Null outside 1900–9999. Days before March 1900 count the 29th of February that Excel believes in.</summary>
    public static DateTime? At(double days) =>
        days is < First or > Last ? null
        : days < 61 ? DateTime.FromOADate(days + (days < 60 ? 1 : 0))
        : DateTime.FromOADate(days);
}
