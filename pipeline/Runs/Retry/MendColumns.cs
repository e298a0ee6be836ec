using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Forms;

namespace Hotspot.Runs.Retry;

/// <summary>
/// Where the columns of a rejected file stand in a sheet of the mending workbook: found by their titles, wherever a person moved them. Columns with
/// other titles are the person's own.
/// </summary>
internal sealed class MendColumns
{
    private readonly string _book;
    private readonly FilledRow _header;
    private readonly List<string> _titles;
    private readonly List<int> _at;

    private MendColumns(string book, FilledRow header, List<string> titles, List<int> at) =>
        (_book, _header, _titles, _at) = (book, header, titles, at);

    /// <summary>Titles of the columns that say which row it is and why it is out.</summary>
    public static IReadOnlyList<string> Fixed(Phrasebook phrases) =>
        [phrases["quarantine.file"], phrases["quarantine.line"], phrases["quarantine.reason"], phrases["quarantine.column"]];

    /// <summary>A title for each column of the file, no two alike: a header that is empty or was there before is told by its number.</summary>
    /// <param name="width">Columns, also those right of the header.</param>
    public static List<string> Titles(IReadOnlyList<string> headers, int width, Phrasebook phrases)
    {
        var taken = Fixed(phrases).Select(Key).ToHashSet(StringComparer.Ordinal);
        var titles = new List<string>(width);
        for (var i = 0; i < width; i++)
        {
            var number = phrases.Say("mend.untitled", ("number", i + 1));
            var title = i < headers.Count && headers[i].Length > 0 ? headers[i] : number;
            while (!taken.Add(Key(title)))
                title += number;
            titles.Add(title);
        }
        return titles;
    }

    /// <param name="headers">Of the file.</param>
    /// <exception cref="OperatorException">A column is missing or there twice (exit 2).</exception>
    public static MendColumns Of(string book, FilledRow header, IReadOnlyList<string> headers, Phrasebook phrases)
    {
        // A cell right of the file's header has a column of its own; each of them takes one of the sheet's.
        var titles = Titles(headers, headers.Count + header.Cells.Count(cell => cell is not null), phrases);
        return new MendColumns(book, header, titles, Found(book, header, titles, headers.Count));
    }

    /// <exception cref="OperatorException">The header lacks one of the columns that say which row it is, or has it twice (exit 2).</exception>
    public static void CheckFixed(string book, FilledRow header, Phrasebook phrases)
    {
        var titles = Fixed(phrases);
        Found(book, header, titles, titles.Count);
    }

    private static OperatorException Wrong(string code, string book, string sheet, string column) =>
        new(ExitCode.WrongUse, code, ("file", book), ("sheet", sheet), ("column", column));

    /// <summary>What stands in the row now, in the order of the file's columns.</summary>
    /// <param name="shown">What the person was given.</param>
    /// <exception cref="OperatorException">A cell right of the header was shown, and its column is gone (exit 2).</exception>
    public IReadOnlyList<string?> Cells(FilledRow row, IReadOnlyList<string?> shown)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            if (shown[i] is not null && (i >= _at.Count || _at[i] < 0))
                throw Wrong("form_column", _book, _header.Sheet, i < _titles.Count ? _titles[i] : shown[i]!);
        }
        return _at.ConvertAll(at => at < 0 ? null : row[at]);
    }

    /// <summary>Where each title stands; -1 where a column right of the header is not there.</summary>
    /// <param name="needed">The first so many must be there.</param>
    private static List<int> Found(string book, FilledRow header, IReadOnlyList<string> titles, int needed)
    {
        var written = header.Titles.Select(Key).ToList();
        var keys = titles.Select(Key).ToList();
        var at = keys.ConvertAll(written.IndexOf);
        if (at.IndexOf(-1) is >= 0 and var missing && missing < needed)
            throw Wrong("form_column", book, header.Sheet, titles[missing]);
        if (keys.FindIndex(key => written.IndexOf(key) != written.LastIndexOf(key)) is >= 0 and var twice)
            throw Wrong("form_column_twice", book, header.Sheet, titles[twice]);
        return at;
    }

    /// <summary>A profile that has come to know the header shows what it hid before: titles are compared as they are told.</summary>
    private static string Key(string title) => Header.Told(Cell.Of(title).Text ?? "");
}
