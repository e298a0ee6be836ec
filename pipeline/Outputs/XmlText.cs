using System.Xml;

namespace Hotspot.Outputs;

/// <summary>Complaint text may hold characters that no XML file may hold (control characters, halves of surrogate pairs): they are left out.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
                return string.Concat(text.Where((_, at) => IsAllowed(text, at)));
        }
        return text;
    }

    private static bool IsAllowed(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) ? i > 0 && char.IsHighSurrogate(text[i - 1])
        : XmlConvert.IsXmlChar(text[i]);
}
