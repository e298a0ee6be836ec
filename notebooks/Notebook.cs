// What the notebooks share: the published data of a home, and a page that stands alone. Included by each (#:include Notebook.cs).
#:package DuckDB.NET.Data.Full
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property InvariantGlobalization=true
#:property NoWarn=$(NoWarn);CA1303;CA1305;CA1852;CA2266

using System.Net;
using System.Numerics;
using System.Text;
using DuckDB.NET.Data;

/// <summary>
/// The published data of a home through an in-memory DuckDB: the store stays closed and free for load and nightly. Nothing in there is personal: texts are
/// masked, callers are keys. The view <c>complaints</c> has the columns of data-schemas/README.md.
/// </summary>
sealed class Published : IDisposable
{
    private readonly DuckDBConnection _duckdb = new("Data Source=:memory:");
    private readonly string _folder;

    private Published(string folder, string generation)
    {
        (_folder, Generation) = (folder, generation);
        _duckdb.Open();
        var files = Path.Combine(folder, "data", generation, "complaints", "*", "*", "*.parquet");
        Query($"create view complaints as from read_parquet('{files.Replace("'", "''", StringComparison.Ordinal)}')");
    }

    public string Generation { get; }

    /// <summary>What is in force, which the text file CURRENT names; null, and a word on standard error, where a home has nothing published.</summary>
    public static Published? Open(string home)
    {
        var folder = Path.Combine(home, "published");
        var pointer = Path.Combine(folder, "data", "CURRENT");
        var generation = File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : null;
        if (generation is not null && Directory.Exists(Path.Combine(folder, "data", generation, "complaints")))
            return new Published(folder, generation);
        Console.Error.WriteLine($"{home} 没有已发布的诉求：请先运行 demo 或 load，再看本页。");
        return null;
    }

    /// <summary>Rows of a query; null for SQL null. Values are bound by name ($name).</summary>
    public List<object?[]> Query(string sql, params (string Name, object? Value)[] values)
    {
        using var command = _duckdb.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.Add(new DuckDBParameter(name, value));
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    /// <summary>
    /// First and last day with at least a third of a median day's complaints: the day of an export is not over, and single reports of wrong date lie beyond.
    /// </summary>
    public (DateOnly First, DateOnly Last) WholeDays()
    {
        var days = Query(
            """
            with days as (select occurred_at::date as day, count(*) as complaints from complaints group by day)
            select min(day), max(day)
            from days
            where complaints * 3 >= (select median(complaints) from days)
            """
        )[0];
        return ((DateOnly)days[0]!, (DateOnly)days[1]!);
    }

    /// <summary>Names (weekly/2025-W17) of the internal bulletins of a kind that hold a table, oldest period first.</summary>
    public List<string> Bulletins(string kind, string table) =>
        Directory.Exists(Path.Combine(_folder, kind))
            ?
            [
                .. Directory
                    .EnumerateDirectories(Path.Combine(_folder, kind))
                    .Select(folder => $"{kind}/{Path.GetFileName(folder)}")
                    .Where(name => !name.EndsWith("-public", StringComparison.Ordinal) && File.Exists(Table(name, table)))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Path of a table of a bulletin, for read_parquet($file).</summary>
    public string Table(string bulletin, string table) => Path.Combine(_folder, bulletin, "parquet", table + ".parquet");

    public void Dispose() => _duckdb.Dispose();
}

/// <summary>Markup in a cell of a table: a bar, a line, a word with a colour.</summary>
readonly record struct Markup(string Html);

/// <summary>One page of headings, notes, tables and inline SVG: no network, no script.</summary>
sealed class Page
{
    private readonly StringBuilder _html = new();

    public Page(string title, string lead)
    {
        _html.Append(
            $$"""
            <!doctype html><html lang="zh"><meta charset="utf-8"><title>{{Text(title)}}</title>
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>
              body { font: 15px/1.6 "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1c2733; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
              h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin: 2.2rem 0 0 } p { color: #5b6773; margin: .3rem 0 .6rem }
              table { border-collapse: collapse; width: 100%; margin: .4rem 0 } th, td { padding: .15rem .6rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
              th { border-bottom: 1px solid #1c2733; font-weight: 600; vertical-align: bottom } .t { text-align: left } td.t { white-space: normal }
              i.bar { display: block; height: .8rem; min-width: 1px; background: #2f6f9f; border-radius: 0 2px 2px 0 } td:has(i.bar) { width: 45% }
              tbody tr:hover { background: #f2f5f8 } b.red { color: #b3402a } .key i { display: inline-block; width: .8rem; height: .8rem; margin: 0 .3rem 0 1rem; vertical-align: -1px }
              pre { background: #f2f5f8; padding: .6rem .9rem; overflow-x: auto; font: 13px/1.5 Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace }
              svg { display: block; max-width: 100%; height: auto } td svg { display: inline-block; vertical-align: middle } svg text { font: 12px "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; fill: #5b6773 }
            </style>
            <h1>{{Text(title)}}</h1>
            <p>{{Text(lead)}}</p>

            """
        );
    }

    /// <summary>Markup as it is.</summary>
    public void Add(string html) => _html.Append(html).Append('\n');

    public void Section(string heading, string note) => Add($"<h2>{Text(heading)}</h2><p>{Text(note)}</p>");

    /// <summary>Texts stand left, numbers right (floating ones with two decimals), null is a dash.</summary>
    public void Table(string[] columns, IEnumerable<object?[]> rows)
    {
        var all = rows.ToList();
        string Side(int column) => all.Exists(row => row[column] is string or Markup) ? " class=\"t\"" : "";
        var sides = columns.Select((_, column) => Side(column)).ToArray();
        _html.Append("<table><thead><tr>").AppendJoin("", columns.Select((title, i) => $"<th{sides[i]}>{Text(title)}</th>"));
        _html.Append("</tr></thead><tbody>\n");
        foreach (var row in all)
            _html.Append("<tr>").AppendJoin("", row.Select((cell, i) => $"<td{sides[i]}>{Cell(cell)}</td>")).Append("</tr>\n");
        _html.Append("</tbody></table>\n");
    }

    /// <summary>A bar as wide as a count is of the most.</summary>
    public static Markup Bar(object? count, double most) =>
        new($"<i class=\"bar\" style=\"width:{(most > 0 ? 100 * Number(count) / most : 0):0.0}%\"></i>");

    public static double Number(object? value) => value is BigInteger big ? (double)big : Convert.ToDouble(value);

    public static string Text(object? value) => WebUtility.HtmlEncode(Convert.ToString(value) ?? "");

    /// <summary>Writes the page and says where. Returns the exit code.</summary>
    public int Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, _html.ToString());
        Console.WriteLine(path);
        return 0;
    }

    private static string Cell(object? cell) =>
        cell switch
        {
            null => "—",
            Markup markup => markup.Html,
            string text => Text(text),
            bool yes => yes ? "是" : "否",
            DateOnly day => day.ToString("yyyy-MM-dd"),
            double number => $"{number:#,0.00}",
            _ => $"{Number(cell):#,0}",
        };
}
