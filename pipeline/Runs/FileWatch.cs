using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>What a load keeps of a file's rows while they go by: the first rejected ones, and whether the points fit the declared system. One thread only.</summary>
internal sealed class FileWatch(FileReading reading, GeoReference reference)
{
    private const int RejectedShown = 10;
    private readonly List<RejectedRow> _rejected = [];
    private readonly CoordinateCheck _coordinates = new(reference, reading.Profile.CoordinateSystem);

    public IReadOnlyList<RejectedRow> FirstRejected => [.. _rejected.Take(RejectedShown)];

    /// <summary>Of the rows that were rejected in the end: one without a time may have completed its order.</summary>
    public IReadOnlyList<RejectedRow> FirstOf(IReadOnlyList<QuarantinedRow> quarantined)
    {
        var open = quarantined.Select(row => (row.File, row.Line)).ToHashSet();
        return [.. _rejected.Where(row => open.Contains((row.File, row.Line))).Take(RejectedShown)];
    }

    /// <summary>Rejected rows, as many as a person mends by hand.</summary>
    public IReadOnlyList<RejectedRow> Mendable => _rejected;

    public CoordinateFinding Coordinates => _coordinates.Finding();

    public void See(RowOutcome outcome)
    {
        if (outcome.Rejected is { } rejected && _rejected.Count < Retry.MendBook.MostRows)
            _rejected.Add(rejected);
        if (outcome.Complaint is { } complaint)
            _coordinates.Add(complaint);
    }
}
