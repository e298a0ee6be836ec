using System.Globalization;
using System.Xml.Linq;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Html;

/// <summary>A table whose headers sort it; <c>data-v</c> holds the true value of a cell, its text what Word prints.</summary>
internal static class HtmlTable
{
    private const int FilterFrom = 10;
    private const string RankColumn = "rank";

    public static bool HasRank(ReportTable table) => table.Columns.Any(column => column.Name == RankColumn);

    public static XElement Of(Bulletin bulletin, ReportTable table)
    {
        var id = "table-" + table.Id;
        return new XElement(
            "figure",
            Tools(bulletin, table, id),
            HtmlBody.Of(
                "div",
                "scroll",
                new XElement(
                    "table",
                    new XAttribute("id", id),
                    new XAttribute("class", "sortable"),
                    Head(bulletin, table),
                    Body(bulletin, table)
                )
            ),
            table.Note is { } note ? HtmlBody.Of("p", "note", note) : null
        );
    }

    private static XElement Tools(Bulletin bulletin, ReportTable table, string id)
    {
        var tools = new XElement("figcaption", bulletin.Caption(table));
        if (table.Rows.Count < FilterFrom)
            return tools;
        return new XElement(
            "figcaption",
            bulletin.Caption(table),
            HtmlBody.Of(
                "div",
                "tools",
                new XElement(
                    "input",
                    new XAttribute("type", "search"),
                    new XAttribute("data-filter", id),
                    new XAttribute("placeholder", bulletin.Label("html.filter")),
                    new XAttribute("aria-label", bulletin.Label("html.filter"))
                ),
                HtmlBody.Of("span", "shown", bulletin.Label("html.sort"))
            )
        );
    }

    private static XElement Head(Bulletin bulletin, ReportTable table) =>
        new(
            "thead",
            new XElement(
                "tr",
                table.Columns.Select(column => new XElement(
                    "th",
                    new XAttribute("class", Style(column)),
                    new XAttribute("scope", "col"),
                    new XAttribute("tabindex", 0),
                    new XAttribute("title", bulletin.Label("html.sort")),
                    column.Title
                ))
            )
        );

    private static XElement Body(Bulletin bulletin, ReportTable table)
    {
        var body = new XElement("tbody", "");
        var none = bulletin.Label("cell.none");
        if (table.Rows.Count == 0)
            body.Add(
                new XElement(
                    "tr",
                    new XElement(
                        "td",
                        new XAttribute("class", "empty"),
                        new XAttribute("colspan", table.Columns.Count),
                        bulletin.Label("table.empty")
                    )
                )
            );
        for (var i = 0; i < table.Rows.Count; i++)
            body.Add(Row(table, i, none));
        return body;
    }

    private static XElement Row(ReportTable table, int index, string none)
    {
        var values = table.Rows[index];
        var row = new XElement("tr", new XAttribute("data-order", index));
        if (table.Emphasis?.Contains(index) == true)
        {
            row.Add(new XAttribute("class", "strong"));
            // A bold last row is a total: it stays below when the table is sorted.
            if (index == table.Rows.Count - 1)
                row.Add(new XAttribute("data-last", 1));
        }
        for (var i = 0; i < values.Count; i++)
        {
            var column = table.Columns[i];
            if (column.Name == RankColumn && values[i] is long rank)
                row.Add(new XAttribute("data-rank", rank));
            row.Add(
                new XElement(
                    "td",
                    new XAttribute("class", Style(column)),
                    new XAttribute("data-v", Raw(values[i])),
                    CellText.Of(values[i], column.Format, none)
                )
            );
        }
        return row;
    }

    /// <summary>Details are for the screen: on paper they would leave each column the width of one character.</summary>
    private static string Style(ReportColumn column) => Kind(column) + (column.IsMain ? "" : " detail");

    private static string Kind(ReportColumn column) =>
        CellText.IsNumeric(column.Format) ? "number"
        : column.Format != CellFormat.Text ? "date"
        : column.Share >= 2 ? "text wide"
        : "text";

    private static string Raw(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IConvertible other => other.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
}
