namespace Hotspot.Ingest;

/// <summary>A header row and the profile that reads it.</summary>
/// <param name="Row">0-based among the rows looked at.</param>
/// <param name="Matched">Headers that the profile knows.</param>
public sealed record HeaderFound(int Row, SourceProfile Profile, int Matched);

/// <summary>Exactly one of the two is set.</summary>
public sealed record Detection(HeaderFound? Found, Problem? Problem);

/// <summary>
/// Finds header row and profile. A row is a header for a profile if at least three of its cells are headers of fields, among them an order
/// number or a time of event, and the profile's signature stands. The row and profile with most known headers win; at equal counts a
/// profile with a signature is more specific than one without, and the earlier row wins. Two equally specific profiles are ambiguous.
/// </summary>
public static class ProfileDetection
{
    public const int RowsLookedAt = 20;
    private const int FewestHeaders = 3;

    public static Detection Detect(IReadOnlyList<IReadOnlyList<Cell>> firstRows, IReadOnlyList<SourceProfile> profiles)
    {
        var candidates = (
            from row in Enumerable.Range(0, Math.Min(RowsLookedAt, firstRows.Count))
            from profile in profiles
            let matched = Matched(profile, firstRows[row])
            where IsHeader(profile, firstRows[row])
            orderby matched descending, profile.Signature.AtLeast > 0 descending, row, profile.Id
            select new HeaderFound(row, profile, matched)
        ).ToArray();
        if (candidates.Length == 0)
            return new Detection(null, Unknown(firstRows, profiles));
        var best = candidates[0];
        var rival = candidates.FirstOrDefault(other => IsRival(best, other));
        return rival is null
            ? new Detection(best, null)
            : new Detection(null, new Problem("header_ambiguous", ("profiles", $"{best.Profile.Id}, {rival.Profile.Id}")));
    }

    /// <summary>How many cells of the row are headers that the profile knows.</summary>
    public static int Matched(SourceProfile profile, IReadOnlyList<Cell> row) =>
        row.Select(cell => cell.Text).OfType<string>().Select(text => HeaderMapping.KeyIn(profile, text)).Distinct().Count(profile.Knows);

    private static bool IsRival(HeaderFound best, HeaderFound other) =>
        other.Row == best.Row
        && other.Profile.Id != best.Profile.Id
        && other.Matched == best.Matched
        && other.Profile.Signature.AtLeast > 0 == best.Profile.Signature.AtLeast > 0;

    private static bool IsHeader(SourceProfile profile, IReadOnlyList<Cell> row)
    {
        var texts = row.Select(cell => cell.Kind == CellKind.Text ? cell.Text : null).OfType<string>().ToArray();
        var keys = texts.Select(text => HeaderMapping.KeyIn(profile, text)).ToHashSet(StringComparer.Ordinal);
        if (keys.Count(profile.IsColumn) < FewestHeaders)
            return false;
        var identifies = new[] { Field.ComplaintId, Field.CalledAt, Field.DispatchedAt, Field.RegisteredAt };
        return identifies.Any(field => profile.Columns.GetValueOrDefault(field, []).Any(keys.Contains))
            && profile.Signature.Headers.Count(keys.Contains) >= profile.Signature.AtLeast;
    }

    private static Problem Unknown(IReadOnlyList<IReadOnlyList<Cell>> rows, IReadOnlyList<SourceProfile> profiles)
    {
        var nearest = (
            from row in rows.Take(RowsLookedAt)
            from profile in profiles
            let matched = Matched(profile, row)
            orderby matched descending, row.Count(cell => !cell.IsEmpty) descending, profile.Id
            select (Row: row, Profile: profile, Matched: matched)
        ).FirstOrDefault();
        if (nearest.Profile is null || nearest.Row.All(cell => cell.IsEmpty))
            return new Problem("file_empty");
        // Without a single known header the row may be data: its cells are then not told.
        var strangers =
            nearest.Matched == 0
                ? []
                : nearest
                    .Row.Select(cell => cell.Text)
                    .OfType<string>()
                    .Where(t => !nearest.Profile.Knows(HeaderMapping.KeyIn(nearest.Profile, t)));
        return new Problem(
            "header_unknown",
            ("nearest", nearest.Matched == 0 ? "-" : nearest.Profile.Id),
            ("matched", $"{nearest.Matched}"),
            ("unmatched", string.Join("、", strangers.DefaultIfEmpty("-")))
        );
    }
}
