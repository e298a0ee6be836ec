using System.Globalization;
using System.Text.Json;

namespace Hotspot.Language;

/// <summary>
/// Every word that people read, by key, from the files of one language (<c>Language/zh/*.json</c>). A phrase holds named places,
/// <c>{count}</c>, which <see cref="Say"/> fills. No sentence stands in code.
/// </summary>
public sealed class Phrasebook
{
    private readonly Dictionary<string, string> _phrases;

    private Phrasebook(string language, Dictionary<string, string> phrases)
    {
        Language = language;
        _phrases = phrases;
    }

    public string Language { get; }

    /// <summary>Keys of the book, sorted; tests hold two languages against each other.</summary>
    public IEnumerable<string> Keys => _phrases.Keys.Order(StringComparer.Ordinal);

    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <exception cref="InvalidDataException">A key stands in two files of the language, or a file is not a flat JSON object.</exception>
    public static Phrasebook Load(string language)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Language", language);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
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
        }
        return new Phrasebook(language, phrases);
    }

    /// <exception cref="KeyNotFoundException">No phrase has this key.</exception>
    public string this[string key] =>
        _phrases.TryGetValue(key, out var phrase) ? phrase : throw new KeyNotFoundException($"no phrase '{key}' in language '{Language}'");

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
