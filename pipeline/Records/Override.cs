namespace Hotspot.Records;

/// <summary>What a person corrected.</summary>
public enum OverrideKind
{
    Issue,
    Place,

    /// <summary>District and street.</summary>
    Unit,
    Disposition,

    /// <summary>Which incident a report belongs to.</summary>
    Incident,
}

public enum OverrideScope
{
    /// <summary>One order.</summary>
    Order,

    /// <summary>Every order with the same writing, also those that come later.</summary>
    Writing,
}

/// <summary>What holds instead; null leaves what is there.</summary>
/// <param name="Incident">Complaint id whose incident the report belongs to; its own id: an incident by itself.</param>
public sealed record Correction(
    string? Issue = null,
    string? District = null,
    string? Street = null,
    string? Place = null,
    string? Disposition = null,
    string? Incident = null
);

/// <summary>A decision of a person that holds now. Written down once and never changed: a later one supersedes it, or it is undone.</summary>
/// <param name="No">From 1, in the order in which they were made.</param>
/// <param name="Key">See <see cref="OverrideKey"/>.</param>
public sealed record Override(long No, OverrideKind Kind, OverrideScope Scope, string Key, Correction New);

/// <summary>What an override is kept under: parts joined by U+001F, a blank part for nothing.</summary>
public static class OverrideKey
{
    private const char Between = '\u001f';

    /// <summary>Joins the cells of a category path within a part.</summary>
    private const char Within = '\u001e';

    public static string Of(params ReadOnlySpan<string?> parts) => string.Join(Between, parts!);

    public static string[] Parts(string key) => key.Split(Between);

    /// <summary>The category path as one text, blank levels left out; null where there is none. SQL joins it in the same way.</summary>
    public static string? Path(Complaint c)
    {
        var path = string.Join(
            Within,
            ((string?[])[c.Category1, c.Category2, c.Category3, c.Category4, c.Category5]).Where(cell => cell is not null)
        );
        return path.Length == 0 ? null : path;
    }

    /// <param name="issue">The issue that the rules give to the writing.</param>
    public static string Category(string path, string? issue) => Of("category", path, issue);

    public static string Text(string text, string? issue) => Of("text", text, issue);

    public static string Place(string text, string? district, string? street) => Of(text, district, street);

    public static string Street(string street, string? district) => Of(street, district);
}
