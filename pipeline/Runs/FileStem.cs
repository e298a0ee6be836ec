using System.Text;

namespace Hotspot.Runs;

/// <summary>Names of files that are made of another's.</summary>
internal static class FileStem
{
    /// <summary>Leaves room for hash, suffix, ending and the ending of a file that is not yet whole.</summary>
    private const int MostBytes = 220;

    /// <summary>A file's name without its ending, cut off where what is made of it would not fit the 255 bytes of a name.</summary>
    public static string Of(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        var bytes = 0;
        var end = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MostBytes)
                return stem[..end];
            end += rune.Utf16SequenceLength;
        }
        return stem;
    }

    /// <summary>The path, or where a file lies there already one beside it: 导出(2).xlsx. Nothing of somebody else's is written over.</summary>
    /// <param name="mayReplace">Whether the file that lies there may be written over; null: none may.</param>
    public static string Free(string path, Func<string, bool>? mayReplace = null)
    {
        var (folder, stem, ending) = (Path.GetDirectoryName(path) ?? "", Of(path), Path.GetExtension(path));
        for (var number = 2; Path.Exists(path) && mayReplace?.Invoke(path) != true; number++)
            path = Path.Combine(folder, $"{stem}({number}){ending}");
        return path;
    }
}
