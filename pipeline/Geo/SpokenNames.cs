using System.Security.Cryptography;

namespace Hotspot.Geo;

/// <summary>
/// Finds the place that a complaint is about, and the shop or company that it speaks of, in its title and sentences: by the endings of names
/// (小区, 路口, 烧烤店), the words that belong to no name, and the names that the lists of a city know; the words stand in
/// <c>codes/spoken_words.csv</c>. Of several places the more exact one counts, the title before the content, where it happens before where
/// the caller lives. A pure function of the two texts, in time of their length; safe on any thread.
/// </summary>
public sealed class SpokenNames
{
    /// <summary>Of longer texts the beginning is read: the place is told early.</summary>
    private const int LongestTitle = 100;
    private const int LongestContent = 500;
    private const int MostNames = 32;
    private readonly SpokenWords _words;

    private SpokenNames(SpokenWords words) => _words = words;

    /// <summary>With the names of a city's units and known places; of a city without lists the endings alone tell names.</summary>
    public static SpokenNames Load(GeoReference reference) => new(SpokenWords.Load(reference.Gazetteer, reference.Places?.Names ?? []));

    /// <summary>What the words say, as a hash: where it changes, texts may name other places and organisations.</summary>
    public static string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(SpokenWords.Path)));

    /// <param name="title">Masked; null where there is none.</param>
    /// <param name="content">Masked; null where there is none.</param>
    public SpokenName Read(string? title, string? content)
    {
        Span<char> buffer = stackalloc char[LongestTitle + LongestContent + 1];
        var titleEnd = PlaceText.Normalise(Start(title, LongestTitle), buffer);
        buffer[titleEnd] = '\n';
        var length = titleEnd + 1 + PlaceText.Normalise(Start(content, LongestContent), buffer[(titleEnd + 1)..]);
        ReadOnlySpan<char> text = buffer[..length];
        Span<SpokenSpan> found = stackalloc SpokenSpan[MostNames];
        found = found[..new SpokenScan(text, _words, found).Run()];
        return SpokenChoice.Of(text, titleEnd, found);
    }

    private static ReadOnlySpan<char> Start(string? text, int longest) => text.AsSpan(0, Math.Min(text?.Length ?? 0, longest));
}
