using Hotspot.Language;
using Hotspot.Reports.Model;

namespace Hotspot.Reports;

/// <summary>The head of a paper that is no bulletin: for internal use, without an issue number.</summary>
internal static class PaperHead
{
    /// <param name="period">What it speaks of; <paramref name="data"/>: how far its data reach, both in words.</param>
    /// <param name="through">Last day of data.</param>
    public static BulletinHead Of(
        BulletinTerms terms,
        Phrasebook phrases,
        string title,
        string period,
        string data,
        DateOnly through,
        string fileStem
    ) =>
        new(
            terms.UnitName.Length > 0 ? terms.UnitName : phrases["head.no_unit"],
            title,
            phrases["cut.internal"],
            period,
            data,
            through,
            terms.IsDemo ? [phrases["mark.demo"]] : [],
            fileStem
        );
}
