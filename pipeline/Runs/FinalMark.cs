using System.Text.Json;
using Hotspot.Outputs;

namespace Hotspot.Runs;

/// <summary>What makes a bulletin final.</summary>
/// <param name="IssueNumber">Its total number.</param>
/// <param name="Batches">Files that it was made from; null in bulletins of before.</param>
internal sealed record FinalMark(int IssueNumber, IReadOnlyList<string>? Batches = null)
{
    private const string Name = "final.json";

    public static bool Stands(string folder) => File.Exists(Path.Combine(folder, Name));

    public static FinalMark Read(string folder) => OfFile(Path.Combine(folder, Name));

    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), stream => JsonText.Write(this, stream));

    /// <summary>The highest total number that a finalised bulletin carries, 0 where there is none: a run that died after its switch gave its number away.</summary>
    public static int LastNumber(string published) =>
        Directory
            .EnumerateFiles(published, Name, SearchOption.AllDirectories)
            .Select(file => OfFile(file).IssueNumber)
            .DefaultIfEmpty(0)
            .Max();

    private static FinalMark OfFile(string file) => JsonSerializer.Deserialize<FinalMark>(File.ReadAllText(file), JsonText.Options)!;
}
