using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Reports.Model;

namespace Hotspot.Reports;

/// <summary>
/// A bulletin while it is written: hands out table and chart numbers, keeps every printed number as a <see cref="Figure"/>, and turns
/// phrases into prose. A place of a phrase takes a figure, prose, or plain text.
/// </summary>
/// <param name="inputs">What every figure is made from: the days counted and the generation of the data.</param>
/// <param name="order">Which sections there will be; null: as shipped.</param>
public sealed partial class Draft(Phrasebook phrases, string inputs = "", SectionOrder? order = null)
{
    /// <summary>Changes with a q-value above this are not called rises or falls.</summary>
    public const double Significant = 0.05;

    private readonly List<Figure> _figures = [];
    private int _tables;
    private int _charts;

    public Phrasebook Phrases => phrases;

    public SectionOrder Order { get; } = order ?? SectionOrder.Shipped;

    public IReadOnlyList<Figure> Figures => _figures;

    public string Word(string key) => phrases[key];

    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> places) => phrases.Say(key, places);

    /// <param name="name">Machine name of the column; also the key of its header <c>column.&lt;name&gt;</c>, unless <paramref name="title"/> is given.</param>
    public ReportColumn Column(string name, CellFormat format, double share = 1, string? title = null) =>
        new(name, Word($"column.{title ?? name}"), format, share);

    /// <summary>A column for the sheet and the page only.</summary>
    public ReportColumn Detail(string name, CellFormat format, double share = 1, string? title = null) =>
        Column(name, format, share, title) with
        {
            IsMain = false,
        };

    /// <summary>The first rows on paper, all of them in the sheet and the page.</summary>
    public ReportTable First(ReportTable table, int rows) =>
        table with
        {
            PaperRows = rows,
            PaperNote = (table.PaperNote ?? table.Note) + (table.Rows.Count > rows ? Word("table.first_rows") : ""),
        };

    /// <summary>The table with all its rows as a sheet of its own: <c>table.all_&lt;id&gt;</c>, <c>sheet.all_&lt;id&gt;</c>.</summary>
    public SheetBlock Whole(ReportTable table) =>
        new(
            table with
            {
                Id = $"all_{table.Id}",
                Number = 0,
                Caption = Word($"table.all_{table.Id}"),
                SheetName = Word($"sheet.all_{table.Id}"),
                Bars = null,
            }
        );

    public int NextTable() => ++_tables;

    public int NextChart() => ++_charts;

    /// <summary>A count with its unit: 3982件; of a difference the value is signed, and its sign is the sentence's business.</summary>
    public Figure Count(string id, long value, string source, string unit = "unit.items") =>
        Keep(new Figure(id, value, Word(unit), Math.Abs(value).ToString(CultureInfo.InvariantCulture) + Word(unit), source, inputs));

    /// <param name="decimals">Digits after the point.</param>
    public Figure Number(string id, double value, int decimals, string source, string unit = "unit.none") =>
        Keep(
            new Figure(
                id,
                (double)Rounded((decimal)value, decimals),
                Word(unit),
                Rounded((decimal)value, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture) + Word(unit),
                source,
                inputs
            )
        );

    /// <summary>A share as a percentage with one decimal: 43.1%.</summary>
    public Figure Share(string id, double part, double whole, string source) => Percent(id, whole == 0 ? 0 : part / whole, source);

    /// <param name="ratio">0.431 prints 43.1%; the sign is the sentence's business, so the absolute value is printed.</param>
    public Figure Percent(string id, double ratio, string source) =>
        Keep(
            new Figure(
                id,
                (double)Rounded((decimal)ratio * 100, 1),
                "%",
                Math.Abs(Rounded((decimal)ratio * 100, 1)).ToString("F1", CultureInfo.InvariantCulture) + "%",
                source,
                inputs
            )
        );

    /// <summary>As the cells of tables are rounded: read at 15 digits, halves away from zero; so a sentence and a table never differ by a digit.</summary>
    public static string OneDecimal(double value) => Rounded((decimal)value, 1).ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with one decimal, without its sign, rounded as everywhere: for titles of charts.</summary>
    public static string OneDecimal(double part, double whole) =>
        Rounded(whole == 0 ? 0 : 100 * (decimal)part / (decimal)whole, 1).ToString("F1", CultureInfo.InvariantCulture);

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The same figure may be printed twice under one id; another number under an id that is taken gets one of its own, so that both can be traced.</summary>
    private Figure Keep(Figure figure)
    {
        var wanted = figure.Id;
        for (var number = 2; _figures.Find(other => other.Id == figure.Id) is { } known; number++)
        {
            if (known == figure)
                return known;
            figure = figure with { Id = string.Create(CultureInfo.InvariantCulture, $"{wanted}.{number}") };
        }
        _figures.Add(figure);
        return figure;
    }

    public Prose Say(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var spans = new List<Span>();
        var template = phrases[key];
        var position = 0;
        foreach (Match place in Place().Matches(template))
        {
            Add(spans, template[position..place.Index]);
            position = place.Index + place.Length;
            switch (ValueOf(places, place.Groups[1].Value, key))
            {
                case Figure figure:
                    // A Latin name and a number would run together; Chinese needs no blank.
                    if (spans is [.., { Text: [.., var last] }] && char.IsAsciiLetter(last))
                        spans.Add(new Span(" "));
                    spans.Add(new Span(figure.Text, figure.Id));
                    break;
                case Prose prose:
                    spans.AddRange(prose.Spans);
                    break;
                case var other:
                    Add(spans, Convert.ToString(other, CultureInfo.InvariantCulture) ?? "");
                    break;
            }
        }
        Add(spans, template[position..]);
        return new Prose(spans);
    }

    /// <summary>Prose one after another, without anything between.</summary>
    public static Prose Join(params IEnumerable<Prose> parts) => new([.. parts.SelectMany(part => part.Spans)]);

    /// <summary>Prose with a separator phrase between: 、 or ；.</summary>
    public Prose List(IEnumerable<Prose> parts, string separatorKey)
    {
        var spans = new List<Span>();
        foreach (var part in parts)
        {
            if (spans.Count > 0)
                spans.Add(new Span(Word(separatorKey)));
            spans.AddRange(part.Spans);
        }
        return new Prose(spans);
    }

    /// <summary>
    /// A change in words by the rules of the trade: no percentage on a base of zero or below ten, and no rise or fall that its test does not carry.
    /// </summary>
    /// <param name="kind"><c>previous</c> (环比) or <c>year</c> (同比).</param>
    /// <param name="q">Null: not tested.</param>
    public Prose Tell(string id, Change change, double? q, string kind, string source)
    {
        var name = ("name", (object?)Word($"change.{kind}"));
        var direction = ("direction", (object?)Word(change.Difference > 0 ? "change.more" : "change.fewer"));
        Figure Difference() => Count(id + ".difference", change.Difference!.Value, source);
        return change.Kind switch
        {
            ChangeKind.Unknown => Say("change.unknown", name),
            ChangeKind.Flat => Say("change.flat", name),
            ChangeKind.FromZero => Say("change.from_zero", name, ("difference", Difference())),
            ChangeKind.Small => Say("change.small", name, direction, ("difference", Difference())),
            _ when q <= Significant => Say(
                change.Difference > 0 ? "change.rise" : "change.fall",
                name,
                ("percent", Percent(id + ".percent", change.Ratio!.Value, source))
            ),
            _ => Say(
                q is null ? "change.untested" : "change.not_significant",
                name,
                direction,
                ("difference", Difference()),
                ("percent", Percent(id + ".percent", change.Ratio!.Value, source))
            ),
        };
    }

    /// <summary>A change as a table cell: a ratio, or words where there is no percentage; null where there is nothing to compare with.</summary>
    /// <param name="unit">Of what is counted; null: complaints.</param>
    public object? Cell(Change change, string? unit = null) =>
        change.Kind switch
        {
            ChangeKind.Unknown => null,
            ChangeKind.Flat => Word("cell.flat"),
            ChangeKind.FromZero => Word("cell.new"),
            ChangeKind.Small => Text(
                "cell.small_change",
                ("sign", change.Difference > 0 ? "+" : "−"),
                ("difference", Math.Abs(change.Difference!.Value)),
                ("unit", unit ?? Word("unit.items"))
            ),
            _ => change.Ratio,
        };

    private static void Add(List<Span> spans, string text)
    {
        if (text.Length > 0)
            spans.Add(new Span(text));
    }

    private static object? ValueOf(ReadOnlySpan<(string Name, object? Value)> places, string name, string key)
    {
        foreach (var place in places)
        {
            if (place.Name == name)
                return place.Value;
        }
        throw new KeyNotFoundException($"phrase '{key}' names the place '{name}', which is not given");
    }

    [GeneratedRegex("\\{([a-z_]+)\\}")]
    private static partial Regex Place();
}
