using System.Text.Json;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Runs;

/// <summary>
/// The folder of one bulletin, made beside and switched by rename: readers see the old one or the new one. A file that a person edited
/// (its hash is not the one in the manifest) is carried over untouched, and the new one takes another name.
/// </summary>
public sealed class Publication
{
    private readonly string _folder;
    private readonly IReadOnlyList<string> _edited;

    private Publication(string folder, IReadOnlyList<string> edited)
    {
        _folder = folder;
        _edited = edited;
        Beside = folder + ".tmp";
        if (Directory.Exists(Beside))
            Directory.Delete(Beside, recursive: true);
        Directory.CreateDirectory(Beside);
    }

    /// <summary>Write here; nothing counts until <see cref="Switch"/>.</summary>
    public string Beside { get; }

    public static Publication Begin(string folder)
    {
        // A run that died between the two moves of a switch left the old folder aside, perhaps with a person's work in it.
        if (!Directory.Exists(folder) && Directory.Exists(Aside(folder)))
            Directory.Move(Aside(folder), folder);
        return new Publication(folder, Edited(folder));
    }

    private static string Aside(string folder) => folder + ".old";

    /// <summary>The stem itself, or with a number where an edited file has that name: …_第2稿.</summary>
    /// <param name="room">Folder inside that of the bulletin; empty: the bulletin's own.</param>
    public string FreeStem(string stem, Phrasebook phrases, string room = "")
    {
        var taken = _edited
            .Where(file => Path.GetDirectoryName(file) == room)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);
        var candidate = stem;
        for (var number = 2; taken.Contains(candidate); number++)
            candidate = stem + phrases.Say("head.version", ("number", number));
        return candidate;
    }

    /// <exception cref="OperatorException">A file of the old folder is open elsewhere (exit 5); the old folder stands.</exception>
    public void Switch()
    {
        foreach (var file in _edited)
        {
            var kept = Path.Combine(Beside, file);
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Copy(Path.Combine(_folder, file), kept);
        }
        var old = Aside(_folder);
        try
        {
            if (Directory.Exists(old))
                Directory.Delete(old, recursive: true);
            if (Directory.Exists(_folder))
                Directory.Move(_folder, old);
            Directory.Move(Beside, _folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!Directory.Exists(_folder) && Directory.Exists(old))
                Directory.Move(old, _folder);
            throw new OperatorException(ExitCode.Busy, "output_open", e, ("folder", _folder));
        }
        TryDelete(old);
    }

    /// <summary>The new folder stands; what is still open of the old one goes at the next switch.</summary>
    private static void TryDelete(string old)
    {
        try
        {
            if (Directory.Exists(old))
                Directory.Delete(old, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Relative to the folder.</summary>
    private static IReadOnlyList<string> Edited(string folder)
    {
        var manifest = Path.Combine(folder, ManifestFile.Name);
        if (!File.Exists(manifest))
            return [];
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        var known = json
            .RootElement.GetProperty("outputs")
            .EnumerateArray()
            .Select(output => output.GetProperty("sha256").GetString())
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetExtension(file) is ".docx" or ".xlsx" or ".html"
                    && !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal)
                )
                .Where(file => !known.Contains(FileHash.Of(file)))
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
    }
}
