using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;

namespace Hotspot.Reports.Public;

/// <summary>One row of a public table. The count is null where it is withheld.</summary>
public sealed record PublicCount(string Label, long? Complaints)
{
    public bool Withheld => Complaints is null;
}

/// <summary>One cell as machines read it (<c>public_counts.parquet</c>).</summary>
/// <param name="Grouping">district, issue, hour or weekday.</param>
public sealed record PublicRow(string Grouping, string Label, long? Complaints, bool IsWithheld);

/// <summary>A place by name only: its counts stay inside.</summary>
public sealed record PublicPoint(string Label, string? District, string? Street, string? TopIssue);

/// <summary>
/// All that a public edition may know; whatever is written of one comes from here. Four tables, each parting the same total one way and
/// never crossed with another, so a withheld cell stands in one equation of its edition only. Nor do editions tell on each other: none prints
/// the cells of the period before, where the edition of that period may withhold them, and what an edition of a shorter period withholds is
/// withheld in the edition of every longer period that shares a day with it, so that a row of which one week is unknown is missing from the
/// month, too. Incidents, callers, ratios, tests, texts and streets are left out.
/// </summary>
/// <param name="Previous">Total of the period before; null where there is none, or where it is itself too small.</param>
/// <param name="Below">k of the suppression.</param>
public sealed record PublicAnalysis(
    ReportSpans Spans,
    long Complaints,
    long? Previous,
    IReadOnlyList<PublicCount> Issues,
    IReadOnlyList<PublicCount> Hours,
    IReadOnlyList<PublicCount> Weekdays,
    IReadOnlyList<PublicCount> Districts,
    IReadOnlyList<PublicPoint> Points,
    int Below
)
{
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;

    /// <summary>True where the period holds too few reports for any public edition.</summary>
    public static bool IsTooFew(Analysis analysis, int below) => analysis.Now.Complaints < below || analysis.Now.Incidents < below;

    /// <summary>The days that must be known: those of the period and of every week that shares a day with it.</summary>
    public static DaySpan DaysNeeded(Period period, DayOfWeek weekStart) =>
        new(
            Period.Holding(PeriodKind.Weekly, period.From, weekStart, period.Rule).From,
            Period.Holding(PeriodKind.Weekly, period.LastDay, weekStart, period.Rule).Until
        );

    /// <param name="days">Complaints of <see cref="DaysNeeded"/>, as far as there are data.</param>
    /// <param name="labels">Words for the hours (0–23), the weekdays (1–7) and the remainder of each table.</param>
    public static PublicAnalysis Of(Analysis a, IReadOnlyList<PublicDay> days, DayOfWeek weekStart, int below, IPublicLabels labels)
    {
        DaySpan[] spans = [a.Spans.Current, .. Shorter(a.Spans.Period, weekStart).Select(period => new DaySpan(period.From, period.Until))];
        IEnumerable<Cell> Cells(string grouping, Func<PublicDay, string?> label, string rest) =>
            days.Where(day => day.Grouping == grouping).Select(day => new Cell(day.Day, label(day) ?? rest, day.Complaints));
        string? Hour(PublicDay day) => day.Label is { } hour ? labels.Hour(int.Parse(hour, CultureInfo.InvariantCulture)) : null;
        return new PublicAnalysis(
            a.Spans,
            a.Now.Complaints,
            a.Before?.Complaints >= below ? a.Before.Complaints : null,
            Ranked(Table(Cells("issue", day => day.Label, labels.Unclassified), spans, [], labels.Unclassified, below)),
            Table(
                Cells("hour", Hour, labels.NoHour),
                spans,
                [.. Enumerable.Range(0, HoursOfDay).Select(labels.Hour)],
                labels.NoHour,
                below
            ),
            Table(
                Cells("hour", day => labels.Weekday(((int)day.Day.DayOfWeek + 6) % DaysOfWeek + 1), labels.NoHour),
                spans,
                [.. Enumerable.Range(1, DaysOfWeek).Select(labels.Weekday)],
                labels.NoHour,
                below
            ),
            Ranked(Table(Cells("district", day => day.Label, labels.NoDistrict), spans, [], labels.NoDistrict, below)),
            [
                .. a
                    .Points.Where(point => point.Callers >= below && point.Complaints >= below)
                    .Select(point => new PublicPoint(point.Label, point.District, point.Street, point.TopIssue)),
            ],
            below
        );
    }

    /// <summary>Every row of every table, in a fixed order.</summary>
    public IReadOnlyList<PublicRow> Rows() =>
        [.. Of("district", Districts).Concat(Of("issue", Issues)).Concat(Of("hour", Hours)).Concat(Of("weekday", Weekdays))];

    private static IEnumerable<PublicRow> Of(string grouping, IReadOnlyList<PublicCount> rows) =>
        rows.Select(row => new PublicRow(grouping, row.Label, row.Complaints, row.Withheld));

    /// <summary>The shorter periods of all kinds that share a day with the period: each may have a public edition of its own.</summary>
    private static IEnumerable<Period> Shorter(Period period, DayOfWeek weekStart)
    {
        for (var kind = PeriodKind.Weekly; kind < period.Kind; kind++)
        for (
            var part = Period.Holding(kind, period.From, weekStart, period.Rule);
            part.From < period.Until;
            part = Period.Holding(kind, part.Until, weekStart, period.Rule)
        )
            yield return part;
    }

    private readonly record struct Cell(DateOnly Day, string Label, long Complaints);

    /// <summary>The rows of the first span. A row is withheld where the table of any of the spans withholds it.</summary>
    /// <param name="always">Labels that have a row even where there is nothing to count.</param>
    /// <returns>Nothing where all complaints are in the remainder, or every row is withheld.</returns>
    private static List<PublicCount> Table(IEnumerable<Cell> cells, DaySpan[] spans, IReadOnlyList<string> always, string rest, int below)
    {
        var all = cells.ToList();
        var rows = Counts(all, spans[0], always);
        if (rows.All(row => row.Complaints == 0 || row.Label == rest))
            return [];
        var withheld = spans.SelectMany(span => Withheld(Counts(all, span, always), below)).ToHashSet(StringComparer.Ordinal);
        return rows.All(row => withheld.Contains(row.Label))
            ? []
            : [.. rows.Select(row => new PublicCount(row.Label, withheld.Contains(row.Label) ? null : row.Complaints))];
    }

    private static List<(string Label, long Complaints)> Counts(List<Cell> cells, DaySpan span, IReadOnlyList<string> always)
    {
        var counts = cells
            .Where(cell => cell.Day >= span.From && cell.Day < span.Until)
            .GroupBy(cell => cell.Label, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Complaints), StringComparer.Ordinal);
        return
        [
            .. always
                .Concat(counts.Keys.Except(always, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                .Select(label => (label, counts.GetValueOrDefault(label))),
        ];
    }

    private static IEnumerable<string> Withheld(List<(string Label, long Complaints)> rows, int below) =>
        rows.Zip(Suppression.Of([.. rows.Select(row => row.Complaints)], below), (row, hidden) => (row.Label, hidden))
            .Where(row => row.hidden)
            .Select(row => row.Label);

    /// <summary>A withheld row between two ranked ones would tell its size: withheld ones stand last, by name.</summary>
    private static List<PublicCount> Ranked(List<PublicCount> rows) =>
        [.. rows.OrderBy(row => row.Withheld).ThenByDescending(row => row.Complaints).ThenBy(row => row.Label, StringComparer.Ordinal)];
}

/// <summary>Words that the tables of a public edition need.</summary>
public interface IPublicLabels
{
    string Hour(int hour);
    string Weekday(int day);
    string Unclassified { get; }
    string NoHour { get; }
    string NoDistrict { get; }
}
