using Hotspot.Ingest;

namespace Hotspot.Runs;

/// <summary>How far the content of one file can be trusted; counts are rows of the file that became complaints, null where nobody looked.</summary>
/// <param name="WithPoint">Rows on the rung coordinate or place of the ladder: what point methods can use.</param>
/// <param name="NamesMended">Names of districts, streets and communities read through an alias, a suffix or the city's prefix.</param>
/// <param name="HeapedShare">Share of the minutes :00 and :30 among times with a minute, expected 2/60; null with fewer than 30 of them.</param>
/// <param name="TimesHeaped">More than a fifth is heaped: only hours are to be used, no minutes.</param>
/// <param name="Bursts">Times that many rows share, as an import stamps them; at most five, most rows first.</param>
/// <param name="ImplausibleOrder">Closed or dispatched before the call, or registered before dispatch.</param>
/// <param name="ImplausiblyLate">After the day of the load, or long after all other rows.</param>
/// <param name="Duplicates">Rows with an order number that an earlier row of the file has.</param>
/// <param name="Flags">Rows per quality flag.</param>
/// <param name="GeoFlags">Rows per flag of the ladder of places.</param>
public sealed record FileQuality(
    long Complaints,
    long WithHour,
    long WithPoint,
    long DistrictUnknown,
    long NamesMended,
    double? HeapedShare,
    bool TimesHeaped,
    IReadOnlyList<TimeBurst> Bursts,
    long ImplausibleOrder,
    long? ImplausiblyLate,
    long IdsMissing,
    long IdsWithLostDigits,
    long? Duplicates,
    long PhonesMasked,
    long PhonesWithheld,
    long FormulaErrors,
    IReadOnlyList<FlagCount> Flags,
    IReadOnlyList<FlagCount> GeoFlags
)
{
    /// <summary>Rows with a district that no list knows, those of them whose district something else told, and the most frequent names.</summary>
    public long DistrictUnrecognised { get; init; }
    public long DistrictTold { get; init; }
    public IReadOnlyList<WordCount> UnknownDistricts { get; init; } = [];

    /// <summary>Rows with a street that no list knows, or that another district has, and that nothing else told.</summary>
    public long StreetDropped { get; init; }

    /// <summary>Rows without a time: they complete their order where it is known, and are rejected where not.</summary>
    public long Untimed { get; init; }

    /// <summary>Rows with a time of which the day alone is known, because its clock says nothing.</summary>
    public long ClocksUnreadable { get; init; }

    /// <summary>The file keeps times in UTC; they were made times of Beijing.</summary>
    public bool TimesShifted { get; init; }

    /// <summary>Words that the value maps of the source lack.</summary>
    public IReadOnlyList<UnmappedField> Unmapped { get; init; } = [];

    /// <summary>Rows with a flag of the ladder of places.</summary>
    public long RowsWith(string geoFlag) => GeoFlags.FirstOrDefault(flag => flag.Flag == geoFlag)?.Rows ?? 0;

    /// <summary>Rows with a quality flag.</summary>
    public long RowsFlagged(string qualityFlag) => Flags.FirstOrDefault(flag => flag.Flag == qualityFlag)?.Rows ?? 0;

    public static FileQuality Of(FileSummary summary)
    {
        var flags = summary.Flags;
        long Rows(string flag) => flags.GetValueOrDefault(flag);
        return new FileQuality(
            summary.Complaints,
            summary.WithHour,
            summary.WithPoint,
            summary.DistrictUnknown,
            summary.NamesMended,
            summary.HeapedShare is { } share ? Math.Round(share, 4) : null,
            summary.TimesHeaped,
            summary.Bursts,
            summary.ImplausibleOrder,
            summary.ImplausiblyLate,
            summary.WithoutId,
            Rows("id_digits_lost"),
            summary.Duplicates,
            Rows("phone_masked"),
            Rows("phone_withheld"),
            Rows("formula_error"),
            Counts(flags),
            Counts(summary.GeoFlags)
        )
        {
            DistrictUnrecognised = summary.DistrictUnrecognised,
            DistrictTold = summary.DistrictTold,
            UnknownDistricts = summary.UnknownDistricts,
            StreetDropped = summary.StreetDropped,
            Untimed = summary.Untimed,
            ClocksUnreadable = summary.ClocksUnreadable,
            TimesShifted = summary.TimesShifted,
            Unmapped = summary.Unmapped,
        };
    }

    private static List<FlagCount> Counts(IReadOnlyDictionary<string, long> flags) =>
        [.. flags.Select(flag => new FlagCount(flag.Key, flag.Value))];
}

/// <param name="Flag">Code in the data dictionary.</param>
public sealed record FlagCount(string Flag, long Rows);

/// <summary>Where the header stood and how the file is written.</summary>
/// <param name="Sheet">Null in a file without sheets.</param>
/// <param name="HeaderLine">1-based; the lower line of a header of two.</param>
/// <param name="Encoding">Of a text file, else null.</param>
/// <param name="Delimiter">Of a text file, else null.</param>
/// <param name="ContentOnly">Headers of text that counts as content and is not stored.</param>
/// <param name="Unknown">Headers that the profile does not know: their cells are not read.</param>
/// <param name="HiddenSheets">Sheets that the workbook hides and that were looked at all the same.</param>
public sealed record FileLayout(
    string? Sheet,
    long HeaderLine,
    string? Encoding,
    string? Delimiter,
    IReadOnlyList<string> ContentOnly,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> HiddenSheets
)
{
    public static FileLayout Of(FileReading reading)
    {
        var mapping = reading.Mapping;
        return new FileLayout(
            reading.HeaderSheet.Length == 0 ? null : reading.HeaderSheet,
            reading.HeaderLine,
            reading.Dialect is { } dialect ? dialect.Encoding.ToString() : null,
            reading.Dialect is { } cut ? ((char)cut.Delimiter).ToString() : null,
            [.. mapping.ContentOnly],
            mapping.Unmatched,
            reading.Summary.HiddenSheets
        );
    }
}
