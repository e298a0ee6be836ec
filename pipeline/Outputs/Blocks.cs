using System.Globalization;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>Views of a bulletin that several files need, each in order of appearance.</summary>
internal static class Blocks
{
    public static IEnumerable<Block> All(this Bulletin bulletin) => bulletin.Sections.SelectMany(section => section.Blocks);

    public static IEnumerable<Chart> Charts(this Bulletin bulletin) => bulletin.All().OfType<ChartBlock>().Select(block => block.Chart);

    public static IEnumerable<ReportTable> Tables(this Bulletin bulletin) =>
        bulletin.All().OfType<TableBlock>().Select(block => block.Table);

    public static IEnumerable<Prose> Findings(this Bulletin bulletin) =>
        bulletin.All().OfType<Paragraph>().Where(paragraph => paragraph.Kind == ParagraphKind.Finding).Select(paragraph => paragraph.Text);

    /// <summary>Those of the workbook alone.</summary>
    public static IEnumerable<ReportTable> SheetTables(this Bulletin bulletin) =>
        bulletin.All().OfType<SheetBlock>().Select(block => block.Table);

    /// <summary>表1　诉求分类情况, 附表　全部街道（乡镇）</summary>
    public static string Caption(this Bulletin bulletin, ReportTable table) =>
        table.Number == 0
            ? bulletin.Label("caption.sheet", ("caption", table.Caption))
            : Caption(bulletin, "caption.table", table.Number, table.Caption);

    /// <summary>图1　分时段诉求量</summary>
    public static string Caption(this Bulletin bulletin, Chart chart) => Caption(bulletin, "caption.chart", chart.Number, chart.Caption);

    private static string Caption(Bulletin bulletin, string key, int number, string caption) =>
        bulletin.Label(key, ("number", number.ToString(CultureInfo.InvariantCulture)), ("caption", caption));

    /// <summary>Words of the page furniture; a missing one is an error of whoever made the bulletin.</summary>
    public static string Label(this Bulletin bulletin, string key) =>
        bulletin.Labels.TryGetValue(key, out var label)
            ? label
            : throw new ArgumentException($"the bulletin lacks the label '{key}' (see PageLabels.Of)", nameof(bulletin));

    public static string Label(this Bulletin bulletin, string key, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var text = bulletin.Label(key);
        foreach (var (name, value) in places)
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }
}
