using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>Tells how a file was understood: where its header stands, and column by column what became of it.</summary>
internal static class LayoutTelling
{
    public static IEnumerable<string> Lines(Desk desk, FileResult file)
    {
        if (file.Layout is { } layout)
        {
            yield return layout.Sheet is { } sheet
                ? desk.Phrase("cli.layout.sheet", ("sheet", sheet), ("line", layout.HeaderLine))
                : desk.Phrase("cli.layout.line", ("line", layout.HeaderLine));
            if (layout.HiddenSheets.Count > 0)
                yield return desk.Phrase("cli.layout.hidden", ("sheets", desk.List(layout.HiddenSheets)));
        }
        var used = file.Columns.Where(column => column.Value is not null).ToList();
        if (used.Count > 0)
            yield return desk.Phrase("cli.layout.mapped", ("columns", desk.List(used.Select(column => $"{column.Key} → {column.Value}"))));
        var content = file.Layout?.ContentOnly ?? [];
        if (content.Count > 0)
            yield return desk.Phrase("cli.layout.content", ("columns", desk.List(content)));
        var unknown = file.Layout?.Unknown ?? [];
        if (unknown.Count > 0)
            yield return desk.Phrase("cli.layout.unknown", ("columns", desk.List(unknown)));
        if (file.Filed.Count > 0)
            yield return desk.Phrase(
                "cli.layout.filed",
                ("list", desk.List(file.Filed.Select(filing => $"{filing.Category} → {filing.Issue} {Wording.Count(filing.Rows)}")))
            );
        var unused = file
            .Columns.Where(column => column.Value is null && !content.Contains(column.Key) && !unknown.Contains(column.Key))
            .Select(column => column.Key)
            .Where(header => header.Length > 0)
            .ToList();
        yield return desk.Phrase(
            unused.Count == 0 ? "cli.load.columns" : "cli.load.columns_unused",
            ("used", used.Count),
            ("unused", desk.List(unused))
        );
    }
}
