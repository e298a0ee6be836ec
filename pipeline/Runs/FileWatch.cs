using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>What a load keeps of a file's rows while they go by: the first rejected ones, and whether the points fit the declared system. One thread only.</summary>
internal sealed class FileWatch(FileReading reading, GeoReference reference)
{
    private const int RejectedShown = 10;
    private const int FilingsShown = 12;
    private const int MostFilings = 20_000;
    private readonly Dictionary<(string Category, string Issue), long> _filed = [];
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

    /// <summary>Into which issue kinds the most frequent categories went, most rows first; those whose rows no category decided are left out.</summary>
    public IReadOnlyList<Filing> Filed() =>
        [
            .. _filed
                .Select(entry => new Filing(entry.Key.Category, entry.Key.Issue, entry.Value))
                .OrderByDescending(filing => filing.Rows)
                .ThenBy(filing => filing.Category, StringComparer.Ordinal)
                .ThenBy(filing => filing.Issue, StringComparer.Ordinal)
                .Take(FilingsShown),
        ];

    /// <summary>As <see cref="See"/>, and counts what became of the categories: of a preview, which has the time.</summary>
    public void Preview(RowOutcome outcome)
    {
        See(outcome);
        if (outcome.Complaint is not { Issue: { } issue } complaint || complaint.IssueFrom is IssueFrom.Classifier)
            return;
        var category = complaint.Category5 ?? complaint.Category4 ?? complaint.Category3 ?? complaint.Category2 ?? complaint.Category1;
        if (category is not null && (_filed.Count < MostFilings || _filed.ContainsKey((category, issue))))
            _filed[(category, issue)] = _filed.GetValueOrDefault((category, issue)) + 1;
    }

    public void See(RowOutcome outcome)
    {
        if (outcome.Rejected is { } rejected && _rejected.Count < Retry.MendBook.MostRows)
            _rejected.Add(rejected);
        if (outcome.Complaint is { } complaint)
            _coordinates.Add(complaint);
    }
}
