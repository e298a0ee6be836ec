using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Runs;

/// <summary>
/// The folder of one bulletin, made beside and switched by rename: readers see the old one or the new one. What a person edited or laid there
/// (the manifest does not tell of it) is carried over untouched, and a new document of that name takes another one. Tables for machines are nobody's to edit:
/// one that is not what was written is damaged, and made anew.
/// </summary>
public sealed class Publication
{
    private readonly string _folder;
    private readonly IReadOnlyList<string> _theirs;

    private Publication(string folder, IReadOnlyList<string> theirs)
    {
        _folder = folder;
        _theirs = theirs;
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
        return new Publication(folder, Theirs(folder));
    }

    private static string Aside(string folder) => folder + ".old";

    /// <summary>The stem itself, or with a number where an edited file has that name: …_第2稿.</summary>
    /// <param name="room">Folder inside that of the bulletin; empty: the bulletin's own.</param>
    public string FreeStem(string stem, Phrasebook phrases, string room = "")
    {
        var taken = _theirs
            .Where(file => Path.GetDirectoryName(file) == room && Path.GetExtension(file) is (".docx" or ".xlsx" or ".html"))
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
        foreach (var file in _theirs)
        {
            // A chart that a person drew over goes beside the new one.
            var kept = FileStem.Free(Path.Combine(Beside, file));
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

    /// <summary>What a person put there or changed, relative to the folder: what the manifest does not tell of, be it under another name or with another content.</summary>
    private static IReadOnlyList<string> Theirs(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var made = ManifestFile.Outputs(folder);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Where(file => file != ManifestFile.Name && !IsPassing(file) && !IsOurs(file))
                .Order(StringComparer.Ordinal),
        ];

        bool IsOurs(string file) =>
            made.TryGetValue(file.Replace('\\', '/'), out var hash)
            && (Path.GetExtension(file) is ".json" or ".parquet" || hash == FileHash.Of(Path.Combine(folder, file)));
    }

    /// <summary>What Word keeps beside an open document, and a file that was not written to its end.</summary>
    private static bool IsPassing(string file) =>
        Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal) || Path.GetExtension(file) == ".part";
}
