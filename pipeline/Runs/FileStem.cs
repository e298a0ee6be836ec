using System.Text;

namespace Hotspot.Runs;

/// <summary>A file's name without its ending, for the names of files that are made of it: cut off where they would not fit the 255 bytes of a name.</summary>
internal static class FileStem
{
    /// <summary>Leaves room for hash, suffix, ending and the ending of a file that is not yet whole.</summary>
    private const int MostBytes = 220;

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
}
