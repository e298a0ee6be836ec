using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

/// <param name="Key">The header in the form in which headers are compared.</param>
public readonly record struct OtherTextColumn(int Column, string Key)
{
    /// <summary>Stands for the key in what is stored: eight hex digits of its SHA-256.</summary>
    public string Mark { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 4));
}

/// <summary>Which column of one header row feeds which field.</summary>
public sealed class HeaderMapping
{
    private const int MostPaths = 4096;
    private const int FewestOfTable = 3;
    private readonly int[][] _columns;
    private readonly ValueMap?[] _maps;
    private readonly string?[][] _written;

    /// <summary>Columns within the header that it leaves empty, or that are of a second table beside the first.</summary>
    private readonly int[] _nameless;

    /// <summary>Paths of categories recur by the thousand; parted and masked once each. Safe from several threads.</summary>
    private readonly ConcurrentDictionary<string, CategoryLevels> _paths = new(StringComparer.Ordinal);

    private HeaderMapping(
        SourceProfile profile,
        IReadOnlyList<string> headers,
        int[][] columns,
        OtherTextColumn[] otherText,
        IReadOnlyList<string> unmatched,
        string?[][] written
    )
    {
        Profile = profile;
        Headers = headers;
        CrsCode = Records.Snake.Code(profile.CoordinateSystem);
        _columns = columns;
        _maps = [.. Enum.GetValues<Field>().Select(field => profile.Values.GetValueOrDefault(field))];
        _written = written;
        OtherText = otherText;
        Unmatched = unmatched;
        Width = headers.Count;
        _nameless = [.. Enumerable.Range(0, Width).Where(column => headers[column].Length == 0)];
    }

    public SourceProfile Profile { get; }

    /// <summary>Code of the coordinate system that the profile declares.</summary>
    public string CrsCode { get; }

    /// <summary>As they are told; empty where the header cell is empty.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Cells of a row: the header's, without empty ones at its end.</summary>
    public int Width { get; }

    /// <summary>Columns of free text that is hashed only, sorted by header.</summary>
    public IReadOnlyList<OtherTextColumn> OtherText { get; }

    /// <summary>Headers of free text that feeds no field, in file order.</summary>
    public IEnumerable<string> ContentOnly =>
        OtherText.Where(text => !Profile.IsColumn(text.Key)).OrderBy(text => text.Column).Select(text => Headers[text.Column]);

    /// <summary>Headers that the profile does not know, in file order.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <summary>0-based columns of a field, best first; further ones fill the blanks of the first.</summary>
    public ReadOnlySpan<int> Of(Field field) => _columns[(int)field];

    /// <summary>What written values of the field mean; null where every value stands for itself.</summary>
    internal ValueMap? MapOf(Field field) => _maps[(int)field];

    /// <summary>The levels of a category path, masked one by one: 大 at the end of one and 施工 at the head of the next are no name.</summary>
    internal CategoryLevels LevelsOf(string path)
    {
        if (_paths.TryGetValue(path, out var levels))
            return levels;
        var written = CategoryPath.Split(path, Profile.CategorySeparators);
        var masked = Array.ConvertAll(written, level => level is null ? null : Masking.Mask(level));
        levels = new CategoryLevels(masked, !written.AsSpan().SequenceEqual(masked));
        // Where the column holds anything but categories, not every text of the file is kept.
        if (_paths.Count < MostPaths)
            _paths.TryAdd(path, levels);
        return levels;
    }

    public bool Has(Field field) => _columns[(int)field].Length > 0;

    /// <summary>True where the column holds a caller's name or phone.</summary>
    public bool IsPersonal(int column) => Of(Field.CallerName).Contains(column) || Of(Field.CallerPhone).Contains(column);

    /// <summary>True where the column holds a time.</summary>
    public bool IsTime(int column) => Array.Exists(Times.Fields, field => Of(field).Contains(column));

    /// <summary>True where a filled cell stands under no header, right of the last, or in a second table: it is not read.</summary>
    public bool LeavesOut(Cell[] cells)
    {
        for (var column = Width; column < cells.Length; column++)
        {
            if (!cells[column].IsEmpty)
                return true;
        }
        foreach (var column in _nameless)
        {
            if (column < cells.Length && !cells[column].IsEmpty)
                return true;
        }
        return false;
    }

    /// <summary>0-based columns of a field, for callers that cannot hold a span.</summary>
    public IReadOnlyList<int> HeadersAt(Field field) => _columns[(int)field];

    /// <summary>Headers that feed the field, as they are told.</summary>
    public IEnumerable<string> HeadersOf(Field field) => _columns[(int)field].Select(column => Headers[column]);

    /// <summary>Each header of the file and the canonical column (snake_case) that it feeds, in file order; null where it is not stored.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Columns()
    {
        var fields = new string?[Headers.Count];
        foreach (var field in Enum.GetValues<Field>())
        {
            foreach (var column in Of(field))
                fields[column] = Records.Snake.Case(field.ToString());
        }
        return [.. Headers.Select((header, column) => KeyValuePair.Create(header, fields[column]))];
    }

    /// <summary>The header printed again, as at the top of every page of an old report: not a data row.</summary>
    public bool IsHeaderAgain(Cell[] cells)
    {
        foreach (var row in _written)
        {
            if (Repeats(row, cells))
                return true;
        }
        return false;
    }

    private static bool Repeats(string?[] row, Cell[] cells)
    {
        if (cells.Length < row.Length)
            return false;
        for (var i = 0; i < row.Length; i++)
        {
            if (cells[i].Kind is not (CellKind.Empty or CellKind.Text) || cells[i].Text != row[i])
                return false;
        }
        // A header that goes on is that of another table.
        return Array.TrueForAll(cells[row.Length..], cell => cell.IsEmpty);
    }

    /// <param name="row">Cells of the header; of two rows, joined.</param>
    /// <param name="written">The row or rows as they stand in the file; null: as in <paramref name="row"/>.</param>
    public static HeaderMapping Of(SourceProfile profile, IReadOnlyList<Cell> row, IReadOnlyList<IReadOnlyList<Cell>>? written = null)
    {
        var width = row.Count;
        while (width > 0 && row[width - 1].IsEmpty)
            width--;
        var texts = row.Take(width).Select(cell => cell.Text ?? "").ToArray();
        var keys = Array.ConvertAll(texts, text => KeyIn(profile, text));
        var headers = Array.ConvertAll(texts, text => profile.Knows(Header.Key(text)) ? text : Header.Told(text));

        for (var column = SecondTable(profile, keys); column < width; column++)
            keys[column] = headers[column] = "";

        var columns = new int[Enum.GetValues<Field>().Length][];
        var used = new bool[width];
        foreach (var field in Enum.GetValues<Field>())
        {
            var found = profile
                .Columns.GetValueOrDefault(field, [])
                .SelectMany(alias => Enumerable.Range(0, width).Where(column => keys[column] == alias))
                .ToArray();
            columns[(int)field] = found;
            foreach (var column in profile.Coalesced.Contains(field) ? found : [.. found.Take(1)])
                used[column] = true;
        }
        // A second column of a known field (主办单位 beside 企业名称) fills the blanks of the first; beside it nothing is thrown away: it counts as content like other free text.
        var otherText = Enumerable
            .Range(0, width)
            .Where(column => !used[column] && (profile.OtherText.Contains(keys[column]) || profile.IsColumn(keys[column])))
            .OrderBy(column => keys[column], StringComparer.Ordinal)
            .ThenBy(column => column)
            .Select(column => new OtherTextColumn(column, keys[column]))
            .ToArray();
        var unmatched = Enumerable.Range(0, width).Where(c => headers[c].Length > 0 && !profile.Knows(keys[c])).Select(c => headers[c]);
        var rows = (written ?? [row]).Select(cells => Trimmed([.. cells.Select(cell => cell.Text)])).Where(cells => cells.Length > 0);
        return new HeaderMapping(profile, headers, columns, otherText, [.. unmatched], [.. rows]);
    }

    /// <summary>
    /// Where a second table stands beside the first, as people lay them to compare: the header of the order number comes again, and after it nothing but
    /// headers that the first has. Its orders are not those of the rows that they stand in. The width where there is none.
    /// </summary>
    private static int SecondTable(SourceProfile profile, string[] keys)
    {
        var id = Array.FindIndex(keys, key => profile.Columns.GetValueOrDefault(Field.ComplaintId, []).Contains(key));
        var again = id < 0 ? -1 : Array.IndexOf(keys, keys[id], id + 1);
        if (again < 0)
            return keys.Length;
        var beside = keys[again..].Where(key => key.Length > 0).ToArray();
        return beside.Length >= FewestOfTable && Array.TrueForAll(beside, keys[..again].Contains) ? again : keys.Length;
    }

    private static string?[] Trimmed(string?[] texts) => texts[..(Array.FindLastIndex(texts, text => text is not null) + 1)];

    /// <summary>The key under which the profile knows the header, with or without what stands in brackets, or with the people in it hidden.</summary>
    public static string KeyIn(SourceProfile profile, string header)
    {
        var key = Header.Key(header);
        if (profile.Knows(key))
            return key;
        var bare = Header.KeyWithoutRemark(header);
        return profile.Knows(bare) ? bare
            : profile.HidesPeople ? Header.Key(Header.Told(header))
            : key;
    }
}
