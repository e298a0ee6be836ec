using System.Globalization;

namespace Hotspot.Samples;

/// <summary>Times as the platform, its users and their office programs write them.</summary>
internal static class Times
{
    public static string Standard(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The call time: nearly always standard, else one of the forms seen in the field. Minutes are never lost, seconds may be.</summary>
    public static string Called(DateTime at, ExportLayout layout, DirtCount dirt, ref SplitMix random)
    {
        var form = random.Unit();
        if (form >= 0.035)
            return Standard(at);
        if (form < 0.010)
        {
            dirt.Add(Dirt.CallTimeSlashes);
            return at.ToString("yyyy'/'M'/'d H:mm", CultureInfo.InvariantCulture);
        }
        if (form < 0.015)
        {
            dirt.Add(Dirt.CallTimeCompact);
            return at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        }
        if (form < 0.020)
        {
            dirt.Add(Dirt.CallTimeIso);
            return at.ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture);
        }
        if (form < 0.025)
        {
            dirt.Add(Dirt.CallTimeChinese);
            return Chinese(at, layout);
        }
        dirt.Add(Dirt.CallTimeDateOnly);
        return Standard(at.Date);
    }

    private static string Chinese(DateTime at, ExportLayout layout) =>
        layout
            .ChineseTime.Replace("{year}", Number(at.Year), StringComparison.Ordinal)
            .Replace("{month}", Number(at.Month), StringComparison.Ordinal)
            .Replace("{day}", Number(at.Day), StringComparison.Ordinal)
            .Replace("{half}", layout.Halves[at.Hour / 12], StringComparison.Ordinal)
            .Replace("{hour}", Number(at.Hour is 0 or 12 ? 12 : at.Hour % 12), StringComparison.Ordinal)
            .Replace("{minute}", Number(at.Minute), StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
