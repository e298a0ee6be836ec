using Hotspot.Language;

namespace Hotspot.Ingest;

/// <summary>
/// Why a file or a profile cannot be used: a code, and the values that its two sentences need. The sentences stand in the phrase
/// book under <c>error.ingest.CODE.cause</c> and <c>.remedy</c>. Values are names of files, fields and columns, never words of a complaint.
/// </summary>
public sealed record Problem(string Code, params IReadOnlyList<(string Name, string Value)> Places)
{
    /// <summary>What a library throws at a broken file.</summary>
    /// <param name="line">Last row that could be read, 1-based; 0: none.</param>
    public static ProblemException Damaged(string file, long line, Exception e) =>
        new(
            line > 0
                ? new Problem("file_damaged", ("file", file), ("line", $"{line}"), ("detail", e.GetType().Name))
                : new Problem("file_broken", ("file", file), ("detail", e.GetType().Name)),
            e
        );

    public string Cause(Phrasebook phrases) => Fill(phrases, "cause");

    public string Remedy(Phrasebook phrases) => Fill(phrases, "remedy");

    /// <summary>For logs: the code and its values, no sentence.</summary>
    public override string ToString() => $"{Code} ({string.Join("; ", Places.Select(place => $"{place.Name}={place.Value}"))})";

    private string Fill(Phrasebook phrases, string part)
    {
        var places = new (string, object?)[Places.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = Places[i];
        return phrases.Say($"error.ingest.{Code}.{part}", places);
    }
}

/// <summary>Carries a <see cref="Problem"/> to the door where it is told: nothing of the file was taken.</summary>
public sealed class ProblemException(Problem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public Problem Problem { get; } = problem;
}
