using Hotspot.Language;

namespace Hotspot.Outputs;

/// <summary>The words of the page furniture (<c>language/*/outputs.json</c>) as <see cref="Reports.Model.Bulletin.Labels"/> carries them.</summary>
public static class PageLabels
{
    private const string Prefix = "outputs.";

    /// <summary>Key <c>outputs.cell.none</c> of the book is the label <c>cell.none</c>.</summary>
    public static IReadOnlyDictionary<string, string> Of(Phrasebook book) =>
        book
            .Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(key => key[Prefix.Length..], key => book[key], StringComparer.Ordinal);
}
