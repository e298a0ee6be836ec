namespace Hotspot.Samples;

/// <summary>Which order goes into which file, and which ones the platform sends twice.</summary>
internal sealed class Sending(SampleSettings settings, Rows rows, ExportFiles files)
{
    /// <summary>Of the orders, re-sent with the same content, and re-sent closed after they were first sent open. 3 % in all.</summary>
    private const double Unchanged = 0.015;
    private const double Changed = 0.015;

    /// <summary>Rows of the two small files, at most; they do not grow with the sample.</summary>
    private const int Small = 300;
    private readonly Dictionary<int, List<(Report Report, bool Closed)>> _again = [];
    private int _plain;
    private int _workbook;

    public DirtCount Dirt { get; } = new();
    public long ResentUnchanged { get; private set; }
    public long ResentChanged { get; private set; }

    public void Day(int day, List<Report> reports)
    {
        foreach (var report in reports)
            First(day, report);
        if (!_again.Remove(day, out var again))
            return;
        foreach (var (report, closed) in again)
        {
            files.Main(day, rows.Cells(report, ticked: true, open: false, Dirt));
            ResentUnchanged += closed ? 0 : 1;
            ResentChanged += closed ? 1 : 0;
            Dirt.Add(closed ? Samples.Dirt.ResentChanged : Samples.Dirt.ResentUnchanged);
        }
    }

    private void First(int day, Report report)
    {
        var random = SplitMix.For(report.Key, 0x5E4D);
        var (file, twice, later) = (random.Unit(), random.Unit(), day + 3 + random.Below(18));
        if (PlainDays(day) && file < 0.1 && _plain < Small)
        {
            _plain++;
            files.Plain(day, rows.Cells(report, ticked: false, open: false, Dirt));
            return;
        }
        if (WorkbookDays(day) && file < 0.1 && _workbook < Small)
        {
            _workbook++;
            files.Workbook(day, rows.Cells(report, ticked: true, open: false, Dirt));
            return;
        }

        var changes = twice < Changed && later < settings.Days;
        var cells = rows.Cells(report, ticked: true, open: changes, Dirt);
        // Without its number, a changed order would be another order.
        if (changes && cells[(int)Column.OrderNumber].Length == 0)
            (changes, cells) = (false, rows.Cells(report, ticked: true, open: false, new DirtCount()));
        files.Main(day, cells);
        if (changes)
            Later(later, report, closed: true);
        else if (twice >= Changed && twice < Changed + Unchanged && later < settings.Days)
            Later(later, report, closed: false);
        else if (PlainDays(day) && file > 0.95 && _plain < Small && cells[(int)Column.OrderNumber].Length > 0)
        {
            // The same order in the layout that lacks four columns: it may erase nothing.
            _plain++;
            ResentUnchanged++;
            Dirt.Add(Samples.Dirt.ResentUnchanged);
            files.Plain(day, rows.Cells(report, ticked: false, open: false, Dirt));
        }
    }

    private void Later(int day, Report report, bool closed)
    {
        if (!_again.TryGetValue(day, out var list))
            _again[day] = list = [];
        list.Add((report, closed));
    }

    /// <summary>A week in the first half of the sample.</summary>
    private bool PlainDays(int day) => day >= settings.Days / 3 && day < settings.Days / 3 + 7;

    /// <summary>Three weeks shortly before the last one.</summary>
    private bool WorkbookDays(int day) => day < settings.Days - 7 && day >= settings.Days - 28;
}
