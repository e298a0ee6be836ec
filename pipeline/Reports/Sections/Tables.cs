using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>Where a table stands in the bulletin.</summary>
internal static class Tables
{
    /// <summary>（见表4）, by the phrase <paramref name="key"/>; nothing where the bulletin has no such table.</summary>
    public static string Reference(IReadOnlyList<Section> sections, string table, string key, Draft draft) =>
        sections.SelectMany(section => section.Blocks).OfType<TableBlock>().FirstOrDefault(block => block.Table.Id == table)
            is { Table.Number: var number }
            ? draft.Text(key, ("table", number))
            : "";
}
