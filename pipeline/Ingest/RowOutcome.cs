using Hotspot.Privacy.Sealing;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// What became of one data row: a complaint or a rejection, never neither. Both: it names an order and no time; it completes the order where that is known,
/// and is rejected where not.
/// </summary>
/// <param name="Originals">What only the sealed copy may hold; for a rejected row all of its cells.</param>
public sealed record RowOutcome(long Line, Complaint? Complaint, RejectedRow? Rejected, IReadOnlyList<OriginalValue> Originals)
{
    /// <summary>Names of areas that were read through an alias, a suffix or the city's prefix; 0 to 4.</summary>
    public int NamesMended { get; init; }

    /// <summary>Words of status and the like, masked, that the value map of their field lacks.</summary>
    public IReadOnlyList<UnmappedWord> Unmapped { get; init; } = [];

    /// <summary>Prints no value: records print all their fields, and these are personal.</summary>
    public override string ToString() => $"row {Line}: {(Complaint is null ? $"{Rejected?.Reason}" : "complaint")}";
}

/// <param name="Word">Masked.</param>
public readonly record struct UnmappedWord(Field Field, string Word);
