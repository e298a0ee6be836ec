using System.Globalization;
using System.Text;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Contradictions between files, told: how many orders, in which columns, the first few orders, and where all are listed.</summary>
/// <param name="Columns">Name for people and number of orders, most first.</param>
/// <param name="File">Under quarantine; masked.</param>
public sealed record ConflictsTold(long Orders, IReadOnlyList<ColumnConflicts> Columns, IReadOnlyList<string> FirstOrders, string File);

public sealed record ColumnConflicts(string Column, string Name, long Orders);

/// <summary>Lists the contradictions of a load in <c>quarantine/冲突_&lt;run&gt;.csv</c>.</summary>
public static class ConflictFile
{
    private const int OrdersTold = 5;

    public static string PathOf(Home home, string run, Phrasebook phrases) =>
        Path.Combine(home.Quarantine, $"{phrases["conflict.file"]}_{run}.csv");

    /// <returns>Null where no file contradicts another.</returns>
    public static ConflictsTold? Write(ComplaintStore store, Home home, string run, Phrasebook phrases)
    {
        var (orders, columns) = ConflictTable.Count(store.Session, store.LastLoad);
        if (orders == 0)
            return null;
        var first = new List<string>();
        var file = PathOf(home, run, phrases);
        var words = ColumnTitles.Read("complaint");
        AtomicFile.Write(
            file,
            stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                var titles = (string[])["order", "column", "before", "file_before", "line_before", "after", "file_after", "line"];
                text.WriteLine(CsvLine.Of(titles.Select(title => phrases[$"conflict.{title}"])));
                foreach (var row in ConflictTable.Rows(store.Session, store.LastLoad))
                {
                    if (first.Count < OrdersTold && first.LastOrDefault() != row.Order)
                        first.Add(row.Order);
                    text.WriteLine(
                        CsvLine.Guarded([
                            row.Order,
                            Name(row.Column, phrases),
                            Value(row.Column, row.Before),
                            row.FileBefore,
                            row.LineBefore?.ToString(CultureInfo.InvariantCulture) ?? "",
                            Value(row.Column, row.After),
                            row.FileAfter,
                            row.LineAfter.ToString(CultureInfo.InvariantCulture),
                        ])
                    );
                }
            }
        );
        string Value(string column, string value) => value is "true" or "false" ? phrases[$"conflict.{value}"] : words.Value(column, value);
        return new ConflictsTold(
            orders,
            [.. columns.Select(column => new ColumnConflicts(column.Column, Name(column.Column, phrases), column.Orders))],
            first,
            file
        );
    }

    /// <summary>The first words of what the field means.</summary>
    private static string Name(string column, Phrasebook phrases)
    {
        var field = column switch
        {
            "content_masked" => "content",
            "caller_key" => "caller_phone",
            _ => column.Replace("stated_", "", StringComparison.Ordinal),
        };
        return phrases[$"field.{field}"].Split('：', ':', '（')[0];
    }
}
