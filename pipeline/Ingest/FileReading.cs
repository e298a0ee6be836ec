using System.Diagnostics.CodeAnalysis;
using Hotspot.Privacy;

namespace Hotspot.Ingest;

/// <summary>
/// One file, its profile and its header, ready to be read. <see cref="Outcomes"/> streams one outcome a data row, in row order, whatever
/// the number of threads; <see cref="Summary"/> belongs to the last enumeration.
/// </summary>
public sealed class FileReading
{
    private const int BatchRows = 256;
    private readonly InputFile _file;
    private readonly CsvDialect _dialect;
    private readonly CallerKey? _callers;
    private readonly int _threads;
    private readonly (int Sheet, long Line) _headerAt;

    private FileReading(InputFile file, CsvDialect dialect, HeaderMapping mapping, (int, long) headerAt, CallerKey? callers, int threads)
    {
        _file = file;
        _dialect = dialect;
        _headerAt = headerAt;
        _callers = callers;
        _threads = threads;
        Mapping = mapping;
    }

    public string FileName => _file.Name;
    public SourceProfile Profile => Mapping.Profile;

    /// <summary>Header of the first sheet that has one.</summary>
    public HeaderMapping Mapping { get; }
    public long HeaderLine => _headerAt.Line;

    /// <summary>Encoding and delimiter of a text file, null for a workbook.</summary>
    public CsvDialect? Dialect => _file.Form == FileForm.Text ? _dialect : null;

    public FileSummary Summary { get; private set; } = new();

    /// <param name="profiles">Those to choose from; one alone where the user named the source.</param>
    /// <param name="callers">Null: no caller keys are made.</param>
    /// <exception cref="ProblemException">The file cannot be used; nothing was taken from it.</exception>
    public static FileReading Open(string path, IReadOnlyList<SourceProfile> profiles, CallerKey? callers, int threads = 2)
    {
        var file = InputFile.Of(path);
        var declared = profiles.Count == 1 ? profiles[0].Encoding : null;
        var dialect = file.Form == FileForm.Text ? file.Sniff(declared) : new CsvDialect(TextEncoding.Utf8);
        var (found, problem) = FindHeader(file, dialect, profiles);
        return found is null
            ? throw new ProblemException(problem! with { Places = [("file", file.Name), .. problem.Places] })
            : new FileReading(file, found.Dialect, found.Mapping, (found.Sheet, found.Line), callers, Math.Max(1, threads));
    }

    /// <summary>The same file and header, read with caller keys and on several threads.</summary>
    public FileReading With(CallerKey callers, int threads) => new(_file, _dialect, Mapping, _headerAt, callers, Math.Max(1, threads));

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
    public IEnumerable<RowOutcome> Outcomes()
    {
        var summary = Summary = new FileSummary();
        using var rows = new SheetRows(_file.Rows(_dialect, Mapping.Width), Mapping, _headerAt, summary);
        var pending = new Queue<Task<RowOutcome[]>>();
        var batch = new List<(SourceRow, HeaderMapping)>(BatchRows);
        var more = true;
        while (more || pending.Count > 0)
        {
            while (more && pending.Count <= _threads)
            {
                batch.Clear();
                while (batch.Count < BatchRows && (more = rows.Next(out var row)))
                    batch.Add(row);
                if (batch.Count > 0)
                    pending.Enqueue(Mapped(batch.ToArray()));
            }
            if (pending.Count == 0)
                break;
            foreach (var outcome in pending.Dequeue().GetAwaiter().GetResult())
            {
                summary.Add(outcome);
                yield return outcome;
            }
        }
    }

    /// <summary>Some rows of the file once more, in row order, each mended or as it stands; the summary is theirs.</summary>
    /// <param name="pick">Gets a row, its header and the name that its records carry; gives the row to map, or null to pass it over.</param>
    public IEnumerable<RowOutcome> Again(Func<SourceRow, HeaderMapping, string, SourceRow?> pick)
    {
        var summary = Summary = new FileSummary();
        using var rows = new SheetRows(_file.Rows(_dialect, Mapping.Width), Mapping, _headerAt, summary);
        while (rows.Next(out var next))
        {
            if (pick(next.Row, next.Mapping, RowMapping.NameOf(_file.Name, next.Row)) is not { } row)
                continue;
            var outcome = new RowMapping(next.Mapping, _callers, _file.Name, _file.Form == FileForm.Text).Map(row);
            summary.Add(outcome);
            yield return outcome;
        }
    }

    private Task<RowOutcome[]> Mapped((SourceRow Row, HeaderMapping Mapping)[] batch)
    {
        var countsCells = _file.Form == FileForm.Text;
        RowOutcome[] Map()
        {
            RowMapping? rows = null;
            var outcomes = new RowOutcome[batch.Length];
            for (var i = 0; i < batch.Length; i++)
            {
                if (rows is null || batch[i].Mapping != batch[i - 1].Mapping)
                    rows = new RowMapping(batch[i].Mapping, _callers, _file.Name, countsCells);
                outcomes[i] = rows.Map(batch[i].Row);
            }
            return outcomes;
        }
        return _threads == 1 ? Task.FromResult(Map()) : Task.Run(Map);
    }

    private sealed record Candidate(CsvDialect Dialect, HeaderMapping Mapping, int Sheet, long Line, int Matched);

    private static (Candidate? Found, Problem? Problem) FindHeader(
        InputFile file,
        CsvDialect dialect,
        IReadOnlyList<SourceProfile> profiles
    )
    {
        Candidate? best = null;
        (Problem Problem, int Matched)? worst = null;
        byte[] delimiters = file.Form == FileForm.Text ? CsvDialect.Delimiters : [(byte)','];
        foreach (var delimiter in delimiters)
        {
            var tried = dialect with { Delimiter = delimiter };
            foreach (var rows in FirstRows(file, tried))
            {
                var cells = rows.Select(row => (IReadOnlyList<Cell>)row.Cells).ToArray();
                var detection = ProfileDetection.Detect(cells, profiles);
                if (detection.Found is { } found && found.Matched > (best?.Matched ?? 0))
                {
                    var at = rows[found.Row];
                    best = new Candidate(tried, HeaderMapping.Of(found.Profile, at.Cells), at.Sheet, at.Line, found.Matched);
                }
                // Of several failures the one that came nearest is told: the right delimiter shows most headers.
                var matched = profiles
                    .SelectMany(profile => cells.Select(row => ProfileDetection.Matched(profile, row)))
                    .DefaultIfEmpty(0)
                    .Max();
                if (detection.Problem is { } problem && (worst is null || matched > worst.Value.Matched))
                    worst = (problem, matched);
                if (detection.Found is not null)
                    break;
            }
        }
        return best is not null ? (best, null) : (null, worst?.Problem ?? new Problem("file_empty"));
    }

    /// <summary>The first rows of each sheet; later sheets are only read where the caller asks for them.</summary>
    private static IEnumerable<IReadOnlyList<SourceRow>> FirstRows(InputFile file, CsvDialect dialect)
    {
        using var reader = file.Rows(dialect, width: 0);
        var rows = new List<SourceRow>();
        while (reader.Read() is { } row)
        {
            if (rows.Count > 0 && row.Sheet != rows[0].Sheet)
            {
                if (rows.Count < ProfileDetection.RowsLookedAt)
                    yield return rows;
                rows = [];
            }
            if (rows.Count == ProfileDetection.RowsLookedAt)
                continue;
            rows.Add(row);
            if (rows.Count < ProfileDetection.RowsLookedAt)
                continue;
            yield return rows;
            if (file.Form == FileForm.Text)
                yield break;
        }
        if (rows.Count is > 0 and < ProfileDetection.RowsLookedAt)
            yield return rows;
    }
}
