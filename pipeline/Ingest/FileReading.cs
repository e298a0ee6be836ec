using System.Diagnostics.CodeAnalysis;
using Hotspot.Privacy;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// One file, its profile and its header, ready to be read. <see cref="Outcomes"/> streams one outcome a data row, in row order, whatever
/// the number of threads; <see cref="Summary"/> belongs to the last enumeration.
/// </summary>
public sealed class FileReading
{
    private const int BatchRows = 512;
    private readonly InputFile _file;
    private readonly HeaderPlace _header;
    private readonly CallerKey? _callers;
    private readonly Func<Complaint, Complaint>? _derive;
    private readonly DateOnly? _loadedOn;
    private readonly IReadOnlySet<string>? _official;
    private readonly int _threads;

    private FileReading(
        InputFile file,
        HeaderPlace header,
        CallerKey? callers,
        int threads,
        Func<Complaint, Complaint>? derive,
        DateOnly? loadedOn,
        IReadOnlySet<string>? official
    )
    {
        _file = file;
        _header = header;
        _callers = callers;
        _derive = derive;
        _loadedOn = loadedOn;
        _official = official;
        _threads = Math.Max(1, threads);
        Summary = new FileSummary(loadedOn);
    }

    public string FileName => _file.Name;
    public SourceProfile Profile => Mapping.Profile;

    /// <summary>Header of the first sheet that has one.</summary>
    public HeaderMapping Mapping => _header.Mapping;

    /// <summary>1-based; the lower line of a header of two.</summary>
    public long HeaderLine => _header.Line;

    /// <summary>Sheet of the header; empty in a text file.</summary>
    public string HeaderSheet => _header.SheetName;

    /// <summary>Encoding and delimiter of a text file, null for any other.</summary>
    public CsvDialect? Dialect => _file.Form == FileForm.Text ? _header.Dialect : null;

    public FileSummary Summary { get; private set; }

    /// <param name="profiles">Those to choose from; one alone where the user named the source.</param>
    /// <param name="callers">Null: no caller keys are made.</param>
    /// <exception cref="ProblemException">The file cannot be used; nothing was taken from it.</exception>
    public static FileReading Open(string path, IReadOnlyList<SourceProfile> profiles, CallerKey? callers, int threads = 2)
    {
        var file = InputFile.Of(path);
        var declared = profiles.Count == 1 ? profiles[0].Encoding : null;
        var dialect = file.Form == FileForm.Text ? file.Sniff(declared) : new CsvDialect(TextEncoding.Utf8);
        return new FileReading(file, HeaderSearch.In(file, dialect, profiles), callers, threads, null, null, null);
    }

    /// <summary>The same file and header, read with caller keys, on several threads, each complaint derived on the thread that mapped it.</summary>
    /// <param name="derive">Fills the derived block; asked from several threads at once.</param>
    /// <param name="loadedOn">Day of the load: what lies after it is told as implausible. Null: not looked at.</param>
    /// <param name="official">Names of places; in a cell of a place they stay, whoever they sound like. Null: none.</param>
    public FileReading With(
        CallerKey callers,
        int threads,
        Func<Complaint, Complaint> derive,
        DateOnly? loadedOn = null,
        IReadOnlySet<string>? official = null
    ) => new(_file, _header, callers, threads, derive, loadedOn, official);

    /// <summary>The same, with the problem as a value.</summary>
    public static bool TryOpen(
        string path,
        IReadOnlyList<SourceProfile> profiles,
        CallerKey? callers,
        int threads,
        [NotNullWhen(true)] out FileReading? reading,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        try
        {
            (reading, problem) = (Open(path, profiles, callers, threads), null);
            return true;
        }
        catch (ProblemException e)
        {
            (reading, problem) = (null, e.Problem);
            return false;
        }
    }

    /// <exception cref="ProblemException">While enumerating: the file is damaged further down; what came before must not be kept.</exception>
    /// <exception cref="OperationCanceledException">Between two batches.</exception>
    public IEnumerable<RowOutcome> Outcomes(CancellationToken cancel = default)
    {
        var summary = Summary = new FileSummary(_loadedOn);
        using var reader = _file.Rows(_header.Dialect, Mapping.Width);
        var batches = RowsOf(new SheetRows(reader, _header, summary));
        foreach (var batch in _threads == 1 ? batches.Select(Mapped) : ReadAhead.Work(batches, Mapped, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var outcome in batch)
            {
                summary.Add(outcome);
                yield return outcome;
            }
        }

        RowOutcome[] Mapped(List<(SourceRow Row, HeaderMapping Mapping)> rows) => Map(rows, reader.CountsCells, reader.Is1904);
    }

    /// <summary>Some rows of the file once more, in row order, each mended or as it stands; the summary is theirs.</summary>
    /// <param name="pick">Gets a row, its header and the name that its records carry; gives the row to map, or null to pass it over.</param>
    public IEnumerable<RowOutcome> Again(Func<SourceRow, HeaderMapping, string, SourceRow?> pick)
    {
        var summary = Summary = new FileSummary(_loadedOn);
        using var reader = _file.Rows(_header.Dialect, Mapping.Width);
        var rows = new SheetRows(reader, _header, summary);
        while (rows.Next(out var next))
        {
            if (pick(next.Row, next.Mapping, RowMapping.NameOf(_file.Name, next.Row)) is not { } row)
                continue;
            var outcome = Map([(row, next.Mapping)], reader.CountsCells, reader.Is1904)[0];
            summary.Add(outcome);
            yield return outcome;
        }
    }

    private static IEnumerable<List<(SourceRow Row, HeaderMapping Mapping)>> RowsOf(SheetRows rows)
    {
        for (var more = true; more; )
        {
            var batch = new List<(SourceRow, HeaderMapping)>(BatchRows);
            while (batch.Count < BatchRows && (more = rows.Next(out var row)))
                batch.Add(row);
            if (batch.Count > 0)
                yield return batch;
        }
    }

    private RowOutcome[] Map(List<(SourceRow Row, HeaderMapping Mapping)> batch, bool countsCells, bool is1904)
    {
        RowMapping? rows = null;
        var outcomes = new RowOutcome[batch.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (rows is null || batch[i].Mapping != batch[i - 1].Mapping)
                rows = new RowMapping(batch[i].Mapping, _callers, _file.Name, countsCells, is1904, _derive, _official);
            outcomes[i] = rows.Map(batch[i].Row);
        }
        return outcomes;
    }
}
