using System.Globalization;

namespace Hotspot.Samples;

/// <summary>The files of one sample. The csv of a month stays open while its days are written; the two small files are written at the end.</summary>
internal sealed class ExportFiles(SampleSettings settings, Script script, string folder) : IDisposable
{
    /// <summary>Broken lines and orders without any time, in one file each; a loader has to keep them in quarantine.</summary>
    private const int Broken = 5;
    private readonly List<SampleFile> _written = [];
    private readonly List<string[]> _plain = [];
    private readonly List<string[]> _workbook = [];
    private CsvExport? _open;
    private DateOnly _month;
    private DateOnly _plainMonth;
    private DateOnly _workbookMonth;
    private int _months;

    public IReadOnlyList<SampleFile> Written => _written;
    public SampleRejects Rejected { get; private set; } = new(0, 0, 0);

    private string[] Header =>
        [
            .. script.Export.Columns,
            .. settings.IncludeCallTime ? script.Export.Ticked[..3] : [],
            .. settings.IncludeCoordinates ? script.Export.Ticked[3..] : [],
        ];

    public void Main(int day, string[] cells)
    {
        var month = MonthOf(day);
        if (_open is null || month != _month)
            NextMonth(month);
        _open!.Row(Shown(cells));
    }

    public void Plain(int day, string[] cells)
    {
        _plainMonth = _plain.Count == 0 ? MonthOf(day) : _plainMonth;
        _plain.Add(cells[..Columns.Fixed]);
    }

    public void Workbook(int day, string[] cells)
    {
        _workbookMonth = _workbook.Count == 0 ? MonthOf(day) : _workbookMonth;
        _workbook.Add(Shown(cells));
    }

    public void Finish()
    {
        Close(last: true);
        if (_plain.Count > 0)
        {
            using var file = new CsvExport(PathOf(script.Export.PlainFile, _plainMonth));
            file.Header(script.Export.Columns);
            foreach (var row in _plain)
                file.Row(row);
            _written.Add(new SampleFile(file.Name, "plain", file.Rows, 0));
        }

        if (_workbook.Count > 0)
        {
            var path = PathOf(script.Export.WorkbookFile, _workbookMonth);
            var header = Header;
            var times = new HashSet<int> { (int)Column.ClosedAt };
            for (var i = Columns.Fixed; settings.IncludeCallTime && i <= (int)Column.DispatchedAt; i++)
                times.Add(i);
            WorkbookExport.Write(path, script.Export.Sheet, header, _workbook, times);
            _written.Add(new SampleFile(Path.GetFileName(path), "workbook", _workbook.Count, 0));
        }
    }

    public void Dispose() => _open?.Dispose();

    private DateOnly MonthOf(int day)
    {
        var date = settings.FirstDay.AddDays(day);
        return new DateOnly(date.Year, date.Month, 1);
    }

    private void NextMonth(DateOnly month)
    {
        Close(last: false);
        (_month, _open) = (month, new CsvExport(PathOf(script.Export.MonthFile, month)));
        _months++;
        var header = Header;
        if (_months == 2)
            _open.Title(script.Export.TitleLine, header.Length);
        _open.Header(header);
    }

    /// <summary>The first month has the broken lines, the last month the footer.</summary>
    private void Close(bool last)
    {
        if (_open is null)
            return;
        var columns = Header.Length;
        if (_months == 1)
        {
            for (var i = 0; i < Broken; i++)
                _open.Row([script.Export.Open, Number(i), ""]);
            for (var i = 0; i < Broken; i++)
                _open.Row(Timeless(columns, i));
            Rejected = Rejected with { WrongCellCount = Broken, NoUsableTime = Broken };
        }
        if (last)
        {
            string[] footer = [script.Export.Footer, Number(_open.Rows), .. Enumerable.Repeat("", columns - 2)];
            _open.Row(footer);
            Rejected = Rejected with { Footer = 1 };
        }
        _written.Add(new SampleFile(_open.Name, "main", _open.Rows, _open.TitleLines));
        _open.Dispose();
        _open = null;
    }

    /// <summary>An order with neither number nor time.</summary>
    private string[] Timeless(int columns, int number)
    {
        var cells = Enumerable.Repeat("", columns).ToArray();
        cells[(int)Column.OrderType] = script.Export.OrderTypes[0].Text;
        cells[(int)Column.Content] = script.Texts.Requests[number % script.Texts.Requests.Length];
        return cells;
    }

    private string[] Shown(string[] cells) =>
        (settings.IncludeCallTime, settings.IncludeCoordinates) switch
        {
            (true, true) => cells,
            (true, false) => cells[..Columns.Timed],
            (false, true) => [.. cells[..Columns.Fixed], .. cells[Columns.Timed..]],
            (false, false) => cells[..Columns.Fixed],
        };

    private string PathOf(string form, DateOnly month) =>
        Path.Combine(
            folder,
            form.Replace("{year}", month.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{month}", month.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
