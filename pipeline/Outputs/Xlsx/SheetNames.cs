namespace Hotspot.Outputs.Xlsx;

/// <summary>Names that Excel accepts: at most 31 characters, none of []:*?/\, no apostrophe at an end, all different without regard to case.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var clean = string.Concat(XmlText.Clean(wanted).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '－' : c));
        clean = Cut(clean.Trim('\''), Longest);
        if (clean.Length == 0)
            clean = "1";
        var name = clean;
        for (var i = 2; !_taken.Add(name); i++)
        {
            var end = "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = Cut(clean, Longest - end.Length) + end;
        }
        return name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
