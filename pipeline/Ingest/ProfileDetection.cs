namespace Hotspot.Ingest;

/// <summary>A header and the profile that reads it.</summary>
/// <param name="Row">0-based among the rows looked at; the upper one of two.</param>
/// <param name="Depth">1, or 2 where a row of parts stands below.</param>
/// <param name="Cells">The header's cells; those of two rows joined.</param>
/// <param name="Matched">Headers that the profile knows.</param>
/// <param name="IsPartial">A header only because the profile knows each cell: one that stands as well over a list of other things.</param>
public sealed record HeaderFound(int Row, int Depth, IReadOnlyList<Cell> Cells, SourceProfile Profile, int Matched, bool IsPartial = false);

/// <summary>Exactly one of the first two is set.</summary>
/// <param name="Nearest">Known headers of the row that came nearest, where nothing was found.</param>
public sealed record Detection(HeaderFound? Found, Problem? Problem, int Nearest = 0);

/// <summary>
/// Finds header row and profile. A row is a header for a profile if at least three of its cells are headers of fields, among them an order
/// number or a time of event (or if it has those two and nothing else), and the profile's signature stands. A row whose every cell the profile knows
/// needs no more than an order number and one column that is read: a partial export, which completes others. The row and profile with most known headers win, unless rows of data stand above under a header of their own; at equal counts a profile with a signature is more specific than
/// one without, and the earlier row wins. Two equally specific profiles are ambiguous.
/// </summary>
public static class ProfileDetection
{
    public const int RowsLookedAt = 20;
    private const int FewestHeaders = 3;

    /// <summary>One of them an export must have.</summary>
    internal static readonly Field[] Identifying = [Field.ComplaintId, .. Times.OfEvent];

    /// <summary>What every useful export has; told where the nearest header lacks it.</summary>
    private static readonly Field[] Expected =
    [
        Field.ComplaintId,
        Field.CalledAt,
        Field.Content,
        Field.District,
        Field.Street,
        Field.PlaceText,
    ];

    private sealed record Row(int Index, int Depth, IReadOnlyList<Cell> Cells);

    public static Detection Detect(IReadOnlyList<IReadOnlyList<Cell>> firstRows, IReadOnlyList<SourceProfile> profiles)
    {
        var candidates = Candidates(firstRows, profiles);
        if (First(candidates, firstRows) is not { } best)
            return Unknown(Pairs(firstRows, profiles));
        var rival = candidates.Find(other => IsRival(best, other));
        return rival is null
            ? new Detection(best, null)
            : new Detection(null, new Problem("header_ambiguous", ("profiles", $"{best.Profile.Id}, {rival.Profile.Id}")), best.Matched);
    }

    /// <summary>The row as a header, where it is one and only one profile claims it.</summary>
    public static HeaderFound? Of(IReadOnlyList<Cell> row, IReadOnlyList<SourceProfile> profiles)
    {
        var candidates = Candidates([row], profiles);
        return candidates is [var best, ..] && !candidates.Exists(other => IsRival(best, other)) ? best : null;
    }

    /// <summary>Best first.</summary>
    private static List<HeaderFound> Candidates(IReadOnlyList<IReadOnlyList<Cell>> firstRows, IReadOnlyList<SourceProfile> profiles) =>
        [
            .. from pair in Pairs(firstRows, profiles)
            let row = pair.Row
            let profile = pair.Profile
            let keys = Keys(profile, row.Cells)
            let isFull = HasColumns(profile, keys)
            where isFull || IsPartial(profile, row.Cells, keys)
            where Signed(profile, keys) >= profile.Signature.AtLeast
            let matched = keys.Count(profile.Knows)
            orderby matched descending, profile.Signature.AtLeast > 0 descending, row.Depth, row.Index, profile.Id
            select new HeaderFound(row.Index, row.Depth, row.Cells, profile, matched, !isFull),
        ];

    /// <summary>The best one; where rows of a table stand above it, the header of that table: none of them may be lost.</summary>
    private static HeaderFound? First(List<HeaderFound> candidates, IReadOnlyList<IReadOnlyList<Cell>> firstRows) =>
        candidates is [var best, ..] ? candidates.Where(other => HasRows(other, best, firstRows)).MinBy(other => other.Row) ?? best : null;

    private static bool HasRows(HeaderFound upper, HeaderFound lower, IReadOnlyList<IReadOnlyList<Cell>> firstRows)
    {
        var first = upper.Row + upper.Depth;
        if (first >= lower.Row)
            return false;
        var mapping = HeaderMapping.Of(upper.Profile, upper.Cells);
        return firstRows.Take(lower.Row).Skip(first).Any(row => DataRow.IsOf(mapping, [.. row]));
    }

    private static (Row Row, SourceProfile Profile)[] Pairs(
        IReadOnlyList<IReadOnlyList<Cell>> firstRows,
        IReadOnlyList<SourceProfile> profiles
    ) => [.. profiles.SelectMany(profile => Rows(firstRows, profile).Select(row => (Row: row, Profile: profile)))];

    private static IEnumerable<Row> Rows(IReadOnlyList<IReadOnlyList<Cell>> firstRows, SourceProfile profile)
    {
        for (var i = 0; i < Math.Min(RowsLookedAt, firstRows.Count); i++)
        {
            yield return new Row(i, 1, firstRows[i]);
            if (i + 1 < firstRows.Count && HeaderRows.Combined(firstRows[i], firstRows[i + 1], profile) is { } combined)
                yield return new Row(i, 2, combined);
        }
    }

    private static HashSet<string> Keys(SourceProfile profile, IReadOnlyList<Cell> row) =>
        row.Where(cell => cell.Kind == CellKind.Text)
            .Select(cell => HeaderMapping.KeyIn(profile, cell.Text!))
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsRival(HeaderFound best, HeaderFound other) =>
        (other.Row, other.Depth) == (best.Row, best.Depth)
        && other.Profile.Id != best.Profile.Id
        && other.Matched == best.Matched
        && other.Profile.Signature.AtLeast > 0 == best.Profile.Signature.AtLeast > 0;

    private static bool HasColumns(SourceProfile profile, HashSet<string> keys) =>
        (keys.Count(profile.IsColumn) >= FewestHeaders || OnlyAddsTimes(profile, keys))
        && Array.Exists(Identifying, field => Has(profile, field, keys));

    private static int Signed(SourceProfile profile, HashSet<string> keys) => profile.Signature.Headers.Count(keys.Contains);

    /// <summary>Order numbers and a time and nothing else: the column that an earlier export lacked.</summary>
    private static bool OnlyAddsTimes(SourceProfile profile, HashSet<string> keys) =>
        keys.All(profile.IsColumn)
        && Has(profile, Field.ComplaintId, keys)
        && Array.Exists(Times.OfEvent, field => Has(profile, field, keys));

    /// <summary>Every cell is a known header, one of them of order numbers and one of what is read beside them.</summary>
    private static bool IsPartial(SourceProfile profile, IReadOnlyList<Cell> row, HashSet<string> keys)
    {
        var ids = profile.Columns.GetValueOrDefault(Field.ComplaintId, []);
        return row.All(cell => cell.IsEmpty || cell.Kind == CellKind.Text)
            && keys.All(profile.Knows)
            && ids.Any(keys.Contains)
            && keys.Any(key => !ids.Contains(key) && (profile.IsColumn(key) || profile.OtherText.Contains(key)));
    }

    private static bool Has(SourceProfile profile, Field field, HashSet<string> keys) =>
        profile.Columns.GetValueOrDefault(field, []).Any(keys.Contains);

    private static Detection Unknown((Row Row, SourceProfile Profile)[] rows)
    {
        var nearest = (
            from pair in rows
            let row = pair.Row
            let profile = pair.Profile
            let matched = Keys(profile, row.Cells).Count(profile.Knows)
            where !DataRow.IsRatherThanHeader(row.Cells, matched)
            orderby matched descending, row.Depth, row.Cells.Count(cell => !cell.IsEmpty) descending, profile.Id
            select (row.Cells, Profile: profile, Matched: matched)
        ).FirstOrDefault();
        if (rows.All(pair => pair.Row.Cells.All(cell => cell.IsEmpty)))
            return new Detection(null, new Problem("file_empty"));
        // Without a single known header the row may be data: its cells are then not told.
        if (nearest.Matched == 0)
            return new Detection(null, new Problem("header_none"));
        var keys = Keys(nearest.Profile, nearest.Cells);
        if (HasColumns(nearest.Profile, keys) || IsPartial(nearest.Profile, nearest.Cells, keys))
            return new Detection(null, Unsigned(nearest.Profile, keys, nearest.Matched), nearest.Matched);
        var strangers = nearest
            .Cells.Where(cell => !cell.IsEmpty)
            .Select(cell => cell.Text!)
            .Where(text => !nearest.Profile.Knows(HeaderMapping.KeyIn(nearest.Profile, text)))
            .Select(Header.Told)
            .ToList();
        var missing = Expected
            .Where(field => nearest.Profile.Columns.ContainsKey(field) && !Has(nearest.Profile, field, keys))
            .Select(field => nearest.Profile.Columns[field][0]);
        var problem = new Problem(
            strangers.Count == 0 ? "header_incomplete" : "header_unknown",
            ("nearest", nearest.Profile.Id),
            ("matched", $"{nearest.Matched}"),
            ("unmatched", string.Join("、", strangers.DefaultIfEmpty("-"))),
            ("missing", string.Join("、", missing.DefaultIfEmpty("-")))
        );
        return new Detection(null, problem, nearest.Matched);
    }

    /// <summary>The profile reads the columns, and only its signature is of another layout.</summary>
    private static Problem Unsigned(SourceProfile profile, HashSet<string> keys, int matched) =>
        new(
            "header_unsigned",
            ("source", profile.Id),
            ("matched", $"{matched}"),
            ("signed", $"{Signed(profile, keys)}"),
            ("at_least", $"{profile.Signature.AtLeast}")
        );
}
