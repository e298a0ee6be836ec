using Hotspot.Privacy;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// A rejected row cell by cell: what a person sees of it (masked), and how what they typed is laid over what the file says. Cells that were left
/// alone keep the file's own value, also where they show only ×.
/// </summary>
public static class MendableRow
{
    /// <summary>A damaged line that was shown up to its limit may be cut off: it is not parted.</summary>
    private const int MayBeCutFrom = 600;

    /// <summary>Rejected because its cells are not where the header says.</summary>
    public static bool HasSlipped(RejectReason reason) => reason is RejectReason.UndecodableText or RejectReason.WrongCellCount;

    /// <summary>The cells as the file has them; a damaged line is parted at the delimiter that comes nearest to the header's width.</summary>
    public static Cell[] Cells(SourceRow row, int width)
    {
        if (!row.Damaged || row.Cells is not [var only] || only.Text is not { Length: < MayBeCutFrom } line || width < 2)
            return row.Cells;
        var best = CsvDialect
            .Delimiters.Select(delimiter => line.Split((char)delimiter))
            .OrderBy(parts => Math.Abs(parts.Length - width))
            .First();
        return best.Length < 2 ? row.Cells : Array.ConvertAll(best, part => Cell.Of(part.Trim().Trim('"')));
    }

    /// <param name="slipped">Cells may stand in wrong columns: each is judged by itself, whatever its header says.</param>
    public static MaskedCells Masked(HeaderMapping mapping, SourceRow row, bool slipped)
    {
        var cells = Cells(row, mapping.Width);
        string? First(Field field) =>
            mapping
                .HeadersAt(field)
                .Where(column => column < cells.Length)
                .Select(column => cells[column].Text)
                .FirstOrDefault(text => text is not null);
        var caller = new KnownCaller(
            First(Field.CallerName) is { } name ? KnownCaller.NameIn(name) : null,
            First(Field.CallerPhone) is { } phone && CallerKey.Read(phone) is { State: PhoneState.Usable } usable ? usable.Digits : null
        );
        return new MaskedCells(
            mapping.Headers,
            [
                .. cells.Select(
                    (cell, i) =>
                        cell.Text is not { } text ? null
                        : (slipped ? Masking.IsPersonal(text) : mapping.IsPersonal(i)) ? Masking.HideAll(text)
                        : Masking.Mask(text, caller)
                ),
            ]
        );
    }

    /// <param name="shown">The masked cells as the person was given them.</param>
    /// <param name="mended">What stands there now, by position; null or shorter: blank.</param>
    /// <returns>The row to map, or null where nothing was changed.</returns>
    public static SourceRow? Mended(SourceRow row, int width, IReadOnlyList<string?> shown, IReadOnlyList<string?> mended)
    {
        var originals = Cells(row, width);
        var count = Math.Max(width, Math.Max(shown.Count, mended.Count));
        var changed = false;
        var cells = new Cell[Math.Max(width, LastFilled(mended, count))];
        for (var i = 0; i < count; i++)
        {
            var now = i < mended.Count ? mended[i] : null;
            if (Same(now, i < shown.Count ? shown[i] : null))
            {
                if (i < cells.Length)
                    cells[i] = i < originals.Length ? originals[i] : default;
                continue;
            }
            changed = true;
            // A cell that was moved to its right place brings its own original along.
            var from = now is null
                ? -1
                : Enumerable.Range(0, Math.Min(shown.Count, originals.Length)).FirstOrDefault(k => Same(now, shown[k]), -1);
            if (i < cells.Length)
                cells[i] = from >= 0 ? originals[from] : Cell.Of(now);
        }
        return changed ? row with { Cells = cells, Damaged = false } : null;
    }

    private static int LastFilled(IReadOnlyList<string?> cells, int count)
    {
        while (count > 0 && (count > cells.Count || cells[count - 1] is null))
            count--;
        return count;
    }

    /// <summary>Workbooks put an apostrophe before what might run as a formula, and trim blanks.</summary>
    private static bool Same(string? a, string? b) => string.Equals(Plain(a), Plain(b), StringComparison.Ordinal);

    private static string? Plain(string? text) => Cell.Of(text?.TrimStart('\'')).Text;
}
