using System.Text;

namespace Hotspot.Tests.Privacy;

/// <param name="Personal">⟦kind:…⟧, which must be hidden; otherwise 〖kind:…〗, which must stay.</param>
internal sealed record MarkedSpan(string Kind, bool Personal, int Start, int End);

/// <summary>A text of which is known what is personal, and what a mask made of it.</summary>
internal sealed record MarkedText(string Text, List<MarkedSpan> Spans)
{
    /// <summary>A text a line, ⏎ for a line break; lines that begin with # are remarks.</summary>
    public static List<MarkedText> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    private static MarkedText Parse(string line)
    {
        line = line.Replace('⏎', '\n');
        var text = new StringBuilder();
        var spans = new List<MarkedSpan>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is not ('⟦' or '〖'))
            {
                text.Append(line[i]);
                continue;
            }
            var personal = line[i] == '⟦';
            var colon = line.IndexOf(':', i);
            var end = line.IndexOf(personal ? '⟧' : '〗', colon);
            spans.Add(new MarkedSpan(line[(i + 1)..colon], personal, text.Length, text.Length + end - colon - 1));
            text.Append(line, colon + 1, end - colon - 1);
            i = end;
        }
        return new MarkedText(text.ToString(), spans);
    }

    /// <summary>What was nothing personal and does not stand any more.</summary>
    public string Torn(string masked) =>
        string.Concat(Text.Where((c, at) => masked[at] != c && !Spans.Exists(span => span.Personal && at >= span.Start && at < span.End)));

    /// <summary>Characters that stand and should not: of a phone the first digits may stay, of a plate province and letter, of a door its words.</summary>
    public int Left(MarkedSpan span, string masked)
    {
        var (before, after) = (Text[span.Start..span.End], masked[span.Start..span.End]);
        var digits = after.Count(c => Digit(c) >= 0);
        return span.Kind switch
        {
            "phone" => digits
                - (
                    before.StartsWith('+')
                    || before.StartsWith("86", StringComparison.Ordinal)
                    || before.StartsWith("00", StringComparison.Ordinal)
                        ? 8
                        : 4
                ),
            "plate" => after.Count(char.IsLetterOrDigit) - (before[^1] is '挂' or '港' or '警' or '学' or '澳' or '领' ? 3 : 2),
            "door" => digits - (before.Contains('层', StringComparison.Ordinal) ? 2 : 0),
            "passport" => digits,
            _ => after.Count(char.IsLetterOrDigit),
        };
    }

    private static int Digit(char c) =>
        char.IsAsciiDigit(c) || c is >= '０' and <= '９' ? 0 : "零〇一二三四五六七八九幺".IndexOf(c, StringComparison.Ordinal);
}
