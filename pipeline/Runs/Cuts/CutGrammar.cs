using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Geo;

namespace Hotspot.Runs.Cuts;

/// <summary>A line of <c>codes/cut_words.csv</c>.</summary>
/// <param name="Pattern">Matches at the place that it is asked for, not after it.</param>
/// <param name="Plain">The words that it consists of, longest first; empty: it is more than a list of words.</param>
/// <param name="Meaning">Code of what it stands for.</param>
internal sealed record CutWord(string Kind, Regex Pattern, IReadOnlyList<string> Plain, string Meaning);

/// <summary>
/// The words of a sentence beside the names of the code lists: <c>codes/cut_words.csv</c>. A pattern is a regular expression in which {n} is a number, {Y} and
/// {y} a year, {m} and {k} months, {d} and {e} days, {h} and {i} hours, {w} and {v} days of the week, {l} another number, each in digits or in Chinese; {x} is a third
/// of a month, {a} and {b} are parts of the day, {E} the days that have a name; {to} joins the ends of a span, {wk} is the word for a week.
/// </summary>
internal sealed class CutGrammar
{
    private const string Count = "[0-9]{1,4}|[一二两三四五六七八九十百]{1,4}";
    private const string Year = "20[0-9]{2}|[零〇一二三四五六七八九]{4}";
    private const string Month = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]";
    private const string Day = "3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]|二?十|[一二三四五六七八九]";
    private const string Hour = "2[0-4]|[01]?[0-9]|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九]";

    private static readonly (string Macro, string Pattern)[] Macros =
    [
        ("{n}", $"(?<n>{Count})"),
        ("{l}", $"(?<l>{Count})"),
        ("{to}", "(?:到|至|[—–―~-]{1,2})"),
        ("{wk}", "(?:周|星期|礼拜)"),
        ("{Y}", $"(?:(?<y>{Year}|(?<![0-9])[12][0-9]|今|本|去|上|前)年)"),
        ("{y}", $"(?<y>{Year})"),
        ("{m}", $"(?<m>{Month})"),
        ("{k}", $"(?<k>{Month})"),
        ("{x}", "(?<x>[上中下])旬"),
        ("{d}", $"(?<d>{Day})"),
        ("{e}", $"(?<e>{Day})"),
        ("{h}", $"(?<h>{Hour})"),
        ("{i}", $"(?<i>{Hour})"),
        ("{a}", $"(?<a>{CutHours.Parts})"),
        ("{b}", $"(?<b>{CutHours.Parts})"),
        ("{w}", "(?<w>[一二三四五六日天1-7])"),
        ("{v}", "(?<v>[一二三四五六日天1-7])"),
    ];

    private CutGrammar(IReadOnlyList<CutWord> words) => Words = words;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<CutWord> Words { get; }

    /// <param name="events">Days that have a name.</param>
    public static CutGrammar Load(IReadOnlyList<CalendarEvent> events)
    {
        var names = events.Select(one => one.Name).Distinct().OrderByDescending(name => name.Length).Select(Regex.Escape).ToList();
        (string, string)[] macros = [.. Macros, ("{E}", names.Count == 0 ? "(?!)" : string.Join('|', names))];
        return new(
            ReferenceTable.Read(
                ReferenceTable.PathOf("codes/cut_words.csv"),
                row => Word(row.Text("kind"), row.Text("pattern"), row.Text("meaning"), macros)
            )
        );
    }

    public IEnumerable<CutWord> Of(string kind) => Words.Where(word => word.Kind == kind);

    /// <summary>The whole text as a word of the kind; null: it is none.</summary>
    public string? Meaning(string kind, string text) =>
        Of(kind)
            .FirstOrDefault(word => word.Pattern.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length)
            ?.Meaning;

    /// <summary>The plain words of a kind, for suggestions.</summary>
    public IEnumerable<string> Plain(string kind) => Of(kind).SelectMany(word => word.Plain);

    /// <summary>The first word of the file for a meaning: what a message calls it; the code where there is none.</summary>
    public string WordOf(string kind, string meaning) =>
        Of(kind).FirstOrDefault(word => word.Meaning == meaning && word.Plain.Count > 0)?.Plain[^1] ?? meaning;

    /// <summary>The longest plain word of a kind at a place of a text; length 0: none.</summary>
    public (string Meaning, int Length) Longest(string kind, string text, int at) =>
        Of(kind)
            .SelectMany(word => word.Plain.Select(plain => (plain, word.Meaning)))
            .Where(pair => string.CompareOrdinal(text, at, pair.plain, 0, pair.plain.Length) == 0)
            .Select(pair => (pair.Meaning, pair.plain.Length))
            .OrderByDescending(pair => pair.Length)
            .FirstOrDefault(("", 0));

    /// <summary>Full-width letters, digits and signs as half-width ones; the length stays.</summary>
    public static string Halved(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    '\u3000' => ' ',
                    _ => c,
                }
            )
        );

    /// <summary>1 = Monday … 7; null: not said.</summary>
    public static int? Weekday(string text) =>
        text switch
        {
            "" => null,
            "日" or "天" => 7,
            _ => Number(text),
        };

    /// <summary>12, 十二, 二十四, 一百二十; of four signs without 十 or 百 the digits of a year: 二〇二五.</summary>
    public static int Number(string text)
    {
        const string Digits = "零一二三四五六七八九";
        if (int.TryParse(text, out var number))
            return number;
        static int Digit(char c) =>
            c == '两' ? 2
            : c == '〇' ? 0
            : Digits.IndexOf(c, StringComparison.Ordinal);
        if (!text.AsSpan().ContainsAny('十', '百'))
            return text.Aggregate(0, (sum, c) => sum * 10 + Digit(c));
        var (total, last) = (0, 0);
        foreach (var c in text)
        {
            if (c is '十' or '百')
                (total, last) = (total + Math.Max(last, 1) * (c == '十' ? 10 : 100), 0);
            else
                last = Digit(c);
        }
        return total + last;
    }

    private static CutWord Word(string kind, string pattern, string meaning, (string Macro, string Pattern)[] macros)
    {
        string[] plain = pattern.All(c => char.IsLetterOrDigit(c) || c == '|')
            ? [.. pattern.Split('|').OrderByDescending(word => word.Length)]
            : [];
        if (plain.Length > 0)
            pattern = string.Join('|', plain);
        foreach (var (macro, macroPattern) in macros)
            pattern = pattern.Replace(macro, macroPattern, StringComparison.Ordinal);
        return new CutWord(kind, new Regex($@"\G(?:{pattern})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), plain, meaning);
    }
}
