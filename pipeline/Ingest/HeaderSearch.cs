namespace Hotspot.Ingest;

/// <summary>Where a file's header stands and what reads it.</summary>
/// <param name="Sheet">0-based; 0 in text files.</param>
/// <param name="SheetName">Empty in text files.</param>
/// <param name="Line">1-based line of the header, the lower one of two.</param>
/// <param name="Profiles">Those that a further sheet may have: of the same city, among those that were to choose from.</param>
internal sealed record HeaderPlace(
    CsvDialect Dialect,
    HeaderMapping Mapping,
    int Sheet,
    string SheetName,
    long Line,
    IReadOnlyList<SourceProfile> Profiles
);

/// <summary>
/// Looks for the header in the first rows of each sheet, the first sheet that has one, be it a partial one where no sheet has another; of a text file with every delimiter, and the one that shows
/// most known headers is right. No sheet is read further than that.
/// </summary>
internal static class HeaderSearch
{
    /// <exception cref="ProblemException">No header, or one that several profiles claim.</exception>
    public static HeaderPlace In(InputFile file, CsvDialect dialect, IReadOnlyList<SourceProfile> profiles)
    {
        HeaderPlace? best = null;
        var bestRank = (IsFull: false, Matched: 0);
        Detection? nearest = null;
        byte[] delimiters = file.Form == FileForm.Text ? CsvDialect.Delimiters : [dialect.Delimiter];
        foreach (var delimiter in delimiters)
        {
            var tried = dialect with { Delimiter = delimiter };
            foreach (var rows in FirstRows(file, tried))
            {
                var detection = ProfileDetection.Detect([.. rows.Select(row => row.Cells)], profiles);
                if (detection.Found is { } found)
                {
                    var rank = (IsFull: !found.IsPartial, found.Matched);
                    if (rank.CompareTo(bestRank) > 0)
                    {
                        var at = rows[found.Row + found.Depth - 1];
                        var relatives = profiles.Where(profile => profile.City == found.Profile.City).ToArray();
                        best = new HeaderPlace(tried, Mapping(found, rows), at.Sheet, at.SheetName, at.Line, relatives);
                        bestRank = rank;
                    }
                    // A list of remarks in front of the table has 编号 and 内容, too.
                    if (found.IsPartial)
                        continue;
                    break;
                }
                // Of several failures the one that came nearest is told.
                if (nearest is null || detection.Nearest > nearest.Nearest)
                    nearest = detection;
            }
        }
        if (best is not null)
            return best;
        var problem = nearest?.Problem ?? new Problem("file_empty");
        throw new ProblemException(problem with { Places = [("file", file.Name), ("path", file.Path), .. problem.Places] });
    }

    public static HeaderMapping Mapping(HeaderFound found, IReadOnlyList<SourceRow> rows) =>
        HeaderMapping.Of(found.Profile, found.Cells, [.. rows.Skip(found.Row).Take(found.Depth).Select(row => row.Cells)]);

    private static IEnumerable<IReadOnlyList<SourceRow>> FirstRows(InputFile file, CsvDialect dialect)
    {
        using var reader = file.Rows(dialect, width: 0, whole: false);
        var rows = new List<SourceRow>();
        while (reader.Read() is { } row)
        {
            if (rows.Count > 0 && row.Sheet != rows[0].Sheet)
            {
                yield return rows;
                rows = [];
            }
            rows.Add(row);
            if (rows.Count < ProfileDetection.RowsLookedAt)
                continue;
            yield return rows;
            rows = [];
            reader.SkipSheet();
        }
        if (rows.Count > 0)
            yield return rows;
    }
}
