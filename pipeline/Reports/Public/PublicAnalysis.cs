using Hotspot.Grouping;

namespace Hotspot.Reports.Public;

/// <summary>One row of a public table. Counts are null where they are withheld or where there is nothing to compare with.</summary>
public sealed record PublicCount(string Label, long? Complaints, long? Previous, bool Withheld);

/// <summary>One cell as machines read it (<c>public_counts.parquet</c>).</summary>
/// <param name="Grouping">district, issue, hour or weekday.</param>
public sealed record PublicRow(string Grouping, string Label, long? Complaints, long? Previous, bool IsWithheld);

/// <summary>A place by name only: its counts stay inside.</summary>
public sealed record PublicPoint(string Label, string? District, string? Street, string? TopIssue);

/// <summary>
/// All that a public edition may know; whatever is written of one comes from here. Four tables, each parting the same total one way and
/// never crossed with another, so a withheld cell stands in one equation only. Incidents, callers, ratios, tests, texts and streets are
/// left out.
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
    private const int DaysOfWeek = 7;

    /// <summary>True where the period holds too few reports for any public edition.</summary>
    public static bool IsTooFew(Analysis analysis, int below) => analysis.Now.Complaints < below || analysis.Now.Incidents < below;

    /// <param name="labels">Words for the hours (0–23), the weekdays (1–7) and the remainder of each table.</param>
    public static PublicAnalysis Of(Analysis a, int below, IPublicLabels labels)
    {
        var previous = a.Before?.Complaints >= below ? a.Before.Complaints : (long?)null;
        var totals = (a.Now.Complaints, previous);
        return new PublicAnalysis(
            a.Spans,
            a.Now.Complaints,
            previous,
            Table(
                a.Issues.Where(issue => issue is { Level: "issue", Name: not null })
                    .Select(issue => (issue.Name!, issue.Complaints, (long?)issue.Previous)),
                totals,
                below,
                labels.Unclassified,
                ranked: true
            ),
            Table(
                Enumerable
                    .Range(0, 24)
                    .Select(hour => (labels.Hour(hour), a.Heat.Where(cell => cell.Hour == hour).Sum(cell => cell.Complaints), (long?)null)),
                (a.Now.Complaints, null),
                below,
                labels.NoHour
            ),
            Table(
                Enumerable
                    .Range(1, DaysOfWeek)
                    .Select(day =>
                        (
                            labels.Weekday(day),
                            a.Days.Where(count => ((int)count.Day.DayOfWeek + 6) % DaysOfWeek + 1 == day).Sum(count => count.Complaints),
                            (long?)null
                        )
                    ),
                (a.Now.Complaints, null),
                below,
                labels.NoHour
            ),
            Table(
                a.Areas.Where(area => area is { Level: "district", Issue: null })
                    .Select(area => (area.District, area.Complaints, area.Previous)),
                totals,
                below,
                labels.NoDistrict,
                ranked: true
            ),
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
        rows.Select(row => new PublicRow(grouping, row.Label, row.Complaints, row.Previous, row.Withheld));

    /// <summary>Rows with what is missing to the total as a row of its own. A table that does not part the total is left out.</summary>
    private static IReadOnlyList<PublicCount> Table(
        IEnumerable<(string Label, long Now, long? Before)> counts,
        (long Now, long? Before) totals,
        int below,
        string rest,
        bool ranked = false
    )
    {
        var rows = counts.Select(row => (row.Label, row.Now, Before: totals.Before is null ? (long?)null : row.Before ?? 0)).ToList();
        var (now, before) = (totals.Now - rows.Sum(row => row.Now), totals.Before - rows.Sum(row => row.Before));
        if (now < 0 || before < 0 || rows.Sum(row => row.Now) == 0)
            return [];
        if (now > 0 || before > 0)
            rows.Add((rest, now, before));
        var withheld = Suppression.Of(
            [.. rows.Select(row => (IReadOnlyList<long>)(row.Before is { } earlier ? [row.Now, earlier] : [row.Now]))],
            below
        );
        var counted = rows.Select(
            (row, i) => withheld[i] ? new PublicCount(row.Label, null, null, true) : new PublicCount(row.Label, row.Now, row.Before, false)
        );
        // A withheld row between two ranked ones would tell its size: withheld ones stand last, by name.
        return
        [
            .. ranked
                ? counted
                    .OrderBy(row => row.Withheld)
                    .ThenByDescending(row => row.Complaints)
                    .ThenBy(row => row.Label, StringComparer.Ordinal)
                : counted,
        ];
    }
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
