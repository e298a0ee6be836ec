using Hotspot.Geo;

namespace Hotspot.Classify.Learning;

/// <summary>
/// Which model is in force: that of the home whose version its rules name, else the shipped one. The name stands among the rules, so that whatever keeps and
/// gives back rules does the same for models.
/// </summary>
public static class ModelInForce
{
    /// <summary>In the home's folder of rules: one line, the version of a model.</summary>
    public const string RuleFile = "issue_model.txt";

    /// <summary>Version of the home's model, or null for the shipped one.</summary>
    /// <param name="rules">The home's folder of rules; null: none.</param>
    /// <exception cref="InvalidDataException">The file names no version.</exception>
    public static string? Version(string? rules)
    {
        if (rules is null || Path.Combine(rules, RuleFile) is var file && !File.Exists(file))
            return null;
        var version = File.ReadAllText(file).Trim();
        return version.Length > 0 && version.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? version
            : throw new InvalidDataException($"{file}: names no version");
    }

    /// <summary>Folder of the model in force.</summary>
    /// <param name="models">The home's folder of models, a folder for each version; null: none.</param>
    public static string Folder(string? rules, string? models) =>
        models is not null && Version(rules) is { } version
            ? Path.Combine(models, version)
            : Path.GetDirectoryName(ReferenceTable.PathOf($"models/issue/{IssueModelFile.Name}"))!;
}
