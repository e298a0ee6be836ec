using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Runs.Review;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Baseline;

/// <summary>
/// Reads a table of earlier totals: period (2024-03, 2024-W10, 2024), stream, issue, district, count; columns that are missing or blank stand for all.
/// Months are natural or assessment months as the column cycle says, else as the settings do.
/// </summary>
internal sealed class BaselineFile(NamedTable table, HomeSettings settings, ReviewLists lists, IReadOnlyDictionary<string, string> streams)
{
    private const int MostCount = 100_000_000;
    private static readonly string[] All = ["全部", "合计", "全市", "总计", "all"];
    private static readonly PeriodKind[] Kinds = [PeriodKind.Weekly, PeriodKind.Monthly, PeriodKind.Yearly];
    private readonly List<(long Line, BaselineRow Row)> _rows = [];

    /// <exception cref="OperatorException">No row of the file is a header with period and count, or a row is wrong (exit 2).</exception>
    public static IReadOnlyList<BaselineRow> Read(
        string path,
        HomeSettings settings,
        ReviewLists lists,
        IReadOnlyDictionary<string, string> streams,
        Phrasebook phrases
    )
    {
        var table = NamedTable.Read(path, "baseline", phrases, ["period", "count"]);
        var reading = new BaselineFile(table, settings, lists, streams);
        foreach (var row in table.Rows)
            reading.Take(row, column => table.Text(row, column) is { } text && !All.Contains(text) ? text : null);
        reading.Overlaps();
        table.Refuse();
        return [.. reading._rows.Select(row => row.Row)];
    }

    private void Take(SourceRow row, Func<string, string?> of)
    {
        var before = table.Problems;
        var rule = of("cycle") switch
        {
            null => settings.MonthRule,
            "natural" or "自然月" => MonthRule.Natural,
            "assessment" or "考核月" => MonthRule.Assessment,
            var other => table.Wrong(row, "cycle", "cycle_wrong", other, MonthRule.Natural),
        };
        var name = of("period");
        var period = name is null
            ? null
            : Kinds.Select(kind => Period.Parse(kind, name, settings.WeekStart, rule)).OfType<Period>().FirstOrDefault();
        if (period is null)
            table.Wrong(row, "period", "period_wrong", name, false);
        var stream = of("stream") is { } said
            ? streams.GetValueOrDefault(said) ?? table.Wrong(row, "stream", "stream_wrong", said, "")
            : null;
        if (of("issue") is { } issue && !lists.Issues.Contains(issue))
            table.Wrong(row, "issue", "issue_wrong", issue, false);
        var district = of("district");
        if (district is not null && !lists.Streets.ContainsKey(district))
            table.Wrong(row, "district", "district_wrong", district, false);
        var written = of("count")?.Replace(",", "", StringComparison.Ordinal);
        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostCount)
            table.Wrong(row, "count", "count_wrong", written, false);
        if (table.Problems == before)
            _rows.Add(
                (
                    row.Line,
                    new BaselineRow(Snake.Code(period!.Kind), period.Name, period.From, period.Until, stream, of("issue"), district, count)
                )
            );
    }

    /// <summary>Of two totals of one thing that share days it cannot be told which holds; a week within a month is another kind of period.</summary>
    private void Overlaps()
    {
        foreach (var same in _rows.GroupBy(row => (row.Row.Kind, row.Row.Stream, row.Row.Issue, row.Row.District)))
        {
            var ordered = same.OrderBy(row => row.Row.FromOn).ThenBy(row => row.Line).ToList();
            foreach (var (before, row) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.Row.FromOn < pair.First.Row.UntilOn))
                table.Wrong(
                    "",
                    Math.Max(row.Line, before.Line),
                    "period",
                    "total_overlaps",
                    Math.Min(row.Line, before.Line).ToString(CultureInfo.InvariantCulture)
                );
        }
    }
}
