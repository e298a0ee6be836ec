using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>Where a table stands in the bulletin, and what it leaves out.</summary>
internal static class Tables
{
    /// <summary>（见表4）, by the phrase <paramref name="key"/>; nothing where the bulletin has no such table.</summary>
    public static string Reference(IReadOnlyList<Section> sections, string table, string key, Draft draft) =>
        sections.SelectMany(section => section.Blocks).OfType<TableBlock>().FirstOrDefault(block => block.Table.Id == table)
            is { Table.Number: var number }
            ? draft.Text(key, ("table", number))
            : "";

    /// <summary>Under a table of districts: how many orders it leaves out because their district is unknown; nothing where it leaves out none.</summary>
    /// <param name="id">Of the figure.</param>
    public static IEnumerable<Block> Unknown(string id, long orders, ReportTable table, string source, Draft draft) =>
        orders > 0
            ?
            [
                OverviewSection.Note(
                    draft.Say("note.unknown_district", ("table", table.Number), ("count", draft.Count(id, orders, source)))
                ),
            ]
            : [];
}
