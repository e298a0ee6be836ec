using System.Globalization;
using System.Text.Json;

namespace Hotspot.Language;

/// <summary>
/// Every word that people read, by key, from the files of one language (<c>Language/zh/*.json</c>). A phrase holds named places,
/// <c>{count}</c>, which <see cref="Say"/> fills. No sentence stands in code.
/// </summary>
public sealed class Phrasebook
{
    private const string BulletinFile = "report.json";
    private const string PageFurniture = "outputs.";

    private readonly Dictionary<string, string> _phrases;

    private Phrasebook(string language, Dictionary<string, string> phrases, IReadOnlyList<string> printed)
    {
        Language = language;
        _phrases = phrases;
        Printed = printed;
    }

    public string Language { get; }

    /// <summary>Keys of the book, sorted; tests hold two languages against each other.</summary>
    public IEnumerable<string> Keys => _phrases.Keys.Order(StringComparer.Ordinal);

    /// <summary>Keys of what bulletins and cuts print, in the order of their files; a unit may word these itself. None in a book without <c>report.json</c>.</summary>
    public IReadOnlyList<string> Printed { get; }

    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <exception cref="InvalidDataException">A key stands in two files of the language, or a file is not a flat JSON object.</exception>
    public static Phrasebook Load(string language)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "language", language);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var printed = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            var entries =
                JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? throw new InvalidDataException($"{file}: empty");
            foreach (var (key, phrase) in entries)
            {
                if (!phrases.TryAdd(key, phrase))
                    throw new InvalidDataException($"{file}: the phrase '{key}' stands in another file too");
            }
            var ofReport = Path.GetFileName(file) == BulletinFile;
            printed.AddRange(entries.Keys.Where(key => ofReport || key.StartsWith(PageFurniture, StringComparison.Ordinal)));
        }
        return new Phrasebook(language, phrases, printed);
    }

    /// <summary>The same book in other words.</summary>
    public Phrasebook With(IEnumerable<KeyValuePair<string, string>> phrases)
    {
        var words = new Dictionary<string, string>(_phrases, StringComparer.Ordinal);
        foreach (var (key, phrase) in phrases)
            words[key] = phrase;
        return new Phrasebook(Language, words, Printed);
    }

    /// <exception cref="KeyNotFoundException">No phrase has this key.</exception>
    public string this[string key] =>
        _phrases.TryGetValue(key, out var phrase) ? phrase : throw new KeyNotFoundException($"no phrase {Named(key)} in {Language}");

    /// <summary>Bare, for a log hides what stands in quotation marks; only as far as it is a name in the program, and no word of the data.</summary>
    private static string Named(string key) =>
        string.Concat(key.TakeWhile(c => char.IsAsciiLetter(c) || c is '.' or '_')) is var name && name.Length == key.Length
            ? key
            : name + "*";

    public bool Has(string key) => _phrases.ContainsKey(key);

    /// <summary>The phrase with its named places filled; numbers are written in the invariant culture.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var text = this[key];
        foreach (var (name, value) in places)
            text = text.Replace("{" + name + "}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }
}
