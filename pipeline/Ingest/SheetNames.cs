using System.Globalization;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

/// <summary>
/// Names of a workbook's sheets as they are told and kept: masked, and still each of one sheet alone. Sheets named after three persons are all
/// ××× when masked; the later ones bear the number of the sheet behind it: ×××(3).
/// </summary>
internal sealed class SheetNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _sheets;

    /// <summary>Asked once for every sheet, in the order of the workbook.</summary>
    public string Next(string name)
    {
        var number = (++_sheets).ToString(CultureInfo.InvariantCulture);
        var told = Masking.Mask(name);
        while (!_taken.Add(told))
            told += $"({number})";
        return told;
    }
}
