using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Hotspots.Statistics;
using Hotspot.Records;
using Hotspot.Reports.Checks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>一、总体情况: how much, against before, by stream, and the row of periods.</summary>
public static class OverviewSection
{
    private const string Source = "Grouping/totals.sql";
    private const string BaselineSource = "baseline.parquet (Grouping/baseline.sql)";

    /// <summary>Periods before this one that a trend needs.</summary>
    internal const int LeastHistory = 3;

    private const int MostEmptySpans = 7;

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var now = a.Now;
        var days = a.Spans.Current.Days - a.Spans.EmptyDays.Count;
        if (now.Complaints == 0)
            return Silent(a, draft, dates);
        var blocks = new List<Block>
        {
            new Paragraph(
                draft.Say(
                    "overview.total",
                    ("period", PeriodWord(a, draft, dates)),
                    ("complaints", draft.Count("overview.complaints", now.Complaints, Source)),
                    ("daily", draft.Number("overview.daily", (double)now.Complaints / days, 1, Source, "unit.items")),
                    ("incidents", draft.Count("overview.incidents", now.Incidents, Source, "unit.incidents")),
                    ("before", IncidentsBefore(a, draft)),
                    ("change", Changes(a, draft))
                )
            ),
        };
        if (a.Spans.IsRunning)
            blocks.Add(
                Note(
                    draft.Say(
                        a.Spans is { Previous: null, YearBefore: null } ? "overview.running_alone" : "overview.running",
                        ("last", dates.MonthDay(a.Spans.Current.LastDay)),
                        ("days", draft.Count("overview.days", a.Spans.Current.Days, Source, "unit.days"))
                    )
                )
            );
        if (a.Spans.EmptyDays.Count > 0)
            blocks.Add(
                Note(
                    draft.Say(
                        "overview.empty_days",
                        ("days", draft.Count("overview.empty_days", a.Spans.EmptyDays.Count, "Grouping/days.sql", "unit.days")),
                        ("list", dates.Days(a.Spans.EmptyDays, MostEmptySpans))
                    )
                )
            );
        if (a.Spans.IsByFestival)
            blocks.Add(Note(ByFestival(a, draft, dates)));
        if (a.DaysOff is { } off)
            blocks.Add(Note(DaysOff(off, draft)));
        blocks.Add(Note(draft.Say("overview.basis", ("span", dates.Span(a.Spans.Current.From, a.Spans.Current.LastDay)))));
        if (now.Excluded > 0)
            blocks.Add(
                Note(
                    draft.Say(
                        "overview.excluded",
                        ("excluded", draft.Count("overview.excluded", now.Excluded, Source)),
                        ("kept", draft.Count("overview.without_excluded", now.Complaints - now.Excluded, Source))
                    )
                )
            );
        blocks.Add(new Paragraph(Streams(a, draft)));
        blocks.AddRange(Processing(a, draft));
        blocks.Add(new TableBlock(Table(a, draft)));
        if (a.Months.Count > 0)
            blocks.AddRange(MonthsProse.Write(a, draft, dates));
        else if (a.History.Count > LeastHistory)
            blocks.Add(new ChartBlock(Trend(a, draft, dates)));
        else
            blocks.Add(Note(draft.Say("overview.no_trend")));
        return new Section("overview", draft.Word("section.overview"), blocks);
    }

    /// <summary>What the period before had, in brackets; nothing where there is none.</summary>
    internal static Prose IncidentsBefore(Analysis a, Draft draft) =>
        a.Before is { } before
            ? draft.Say(
                "overview.incidents_before",
                ("count", draft.Count("overview.incidents_before", before.Incidents, Source, "unit.incidents"))
            )
            : Draft.Join();

    /// <summary>Which days 同比 compares with, and what the same week of the year before had.</summary>
    private static Prose ByFestival(Analysis a, Draft draft, Dates dates)
    {
        var parts = new List<Prose>
        {
            a.Spans.YearBefore is { } aligned
                ? draft.Say("overview.by_festival", ("year", aligned.LastDay.Year), ("span", dates.Span(aligned.From, aligned.LastDay)))
                : draft.Say("overview.by_festival_unknown"),
        };
        if (a is { YearByDate: { } then, Spans.YearByDate: { } span })
            parts.Add(
                draft.Say(
                    "overview.by_date",
                    ("year", span.LastDay.Year),
                    ("span", dates.Span(span.From, span.LastDay)),
                    ("count", draft.Count("overview.year_by_date", then.Complaints, Source)),
                    ("change", draft.Tell("overview.year_by_date", new Change(a.Now.Complaints, then.Complaints), null, "by_date", Source))
                )
            );
        return draft.Say("overview.by_festival_note", ("list", draft.List(parts, "separator.clause")));
    }

    private static Prose DaysOff(DaysOff off, Draft draft)
    {
        const string source = nameof(Grouping.DaysOff);
        Figure Days(string id, int days) => draft.Count($"overview.days_off_{id}", days, source, "unit.days");
        var parts = new List<Prose> { draft.Say("overview.days_off_now", ("days", Days("now", off.Now))) };
        if (off.Before is { } before)
            parts.Add(draft.Say("overview.days_off_before", ("days", Days("before", before))));
        if (off.YearAgo is { } year)
            parts.Add(draft.Say("overview.days_off_year", ("days", Days("year", year))));
        return draft.Say("overview.days_off", ("list", draft.List(parts, "separator.enumeration")));
    }

    /// <summary>处理率 of the contract's two streams: of the days that the city's lists speak of; of others it is not known, never 100 %.</summary>
    private static IEnumerable<Block> Processing(Analysis a, Draft draft)
    {
        OrderStream[] streams = [.. ((OrderStream[])[OrderStream.A, OrderStream.Own]).Where(one => a.Stream is null || a.Stream == one)];
        if (streams.Length == 0)
            return [];
        if (a.DispatchLists.Count == 0)
            return [Note(draft.Say("overview.processing"))];
        var parts = new List<Prose>();
        foreach (var stream in streams)
        {
            var days = DispatchCover.Days(a.DispatchLists, stream, a.Spans.Current);
            var count = a.Processing.Of(stream);
            if (days == 0 || count is null)
                parts.Add(draft.Say("overview.processing_unchecked", ("stream", ProcessingProse.Stream(stream, draft))));
            else
            {
                if (days < a.Spans.Current.Days)
                    parts.Add(
                        draft.Say(
                            "overview.processing_part",
                            ("stream", ProcessingProse.Stream(stream, draft)),
                            (
                                "days",
                                draft.Count($"processing.{Snake.Code(stream)}_days", days, "Grouping/dispatch_lists.sql", "unit.days")
                            ),
                            ("all", draft.Count("overview.days", a.Spans.Current.Days, Source, "unit.days"))
                        )
                    );
                parts.Add(ProcessingProse.Of(count, draft));
            }
        }
        return [Note(Draft.Join(parts))];
    }

    /// <summary>Nothing came in: what came before, and no shares of nothing.</summary>
    private static Section Silent(Analysis a, Draft draft, Dates dates) =>
        new(
            "overview",
            draft.Word("section.overview"),
            [
                new Paragraph(draft.Say("overview.silent", ("period", PeriodWord(a, draft, dates)), ("change", Changes(a, draft)))),
                .. Processing(a, draft),
                .. a.History.Count > LeastHistory ? [new ChartBlock(Trend(a, draft, dates))] : Array.Empty<Block>(),
            ]
        );

    /// <summary>同比 and 环比 of the total, as a clause; what cannot be compared is said once.</summary>
    public static Prose Changes(Analysis a, Draft draft)
    {
        var previous = new Change(a.Now.Complaints, a.Before?.Complaints ?? a.BeforeTotals?.Complaints);
        var year = new Change(a.Now.Complaints, a.YearAgo?.Complaints ?? a.YearAgoTotals?.Complaints);
        if (previous.Kind == ChangeKind.Unknown && year.Kind == ChangeKind.Unknown)
            return draft.Say("overview.no_comparison");
        return draft.List(
            [
                Told("overview.previous", previous, a.ChangeQ, "previous", a.Before is null ? a.BeforeTotals : null, draft),
                Told("overview.year", year, a.YearChangeQ, "year", a.YearAgo is null ? a.YearAgoTotals : null, draft),
            ],
            "separator.clause"
        );
    }

    /// <summary>A change against earlier totals says so, and is never called significant.</summary>
    private static Prose Told(string id, Change change, double? q, string kind, BaselineTotals? totals, Draft draft) =>
        totals is null
            ? draft.Tell(id, change, q, kind, Source)
            : draft.Say("change.totals", ("change", draft.Tell(id, change, null, kind, BaselineSource)));

    public static string PeriodWord(Analysis a, Draft draft, Dates dates) =>
        draft.Text(
            a.Spans.Period.Kind switch
            {
                PeriodKind.Weekly => "period.this_week",
                PeriodKind.Monthly => "period.this_month",
                PeriodKind.Quarterly => "period.this_quarter",
                _ => "period.this_year",
            },
            ("span", dates.Span(a.Spans.Current.From, a.Spans.Current.LastDay))
        );

    private static Prose Streams(Analysis a, Draft draft)
    {
        var now = a.Now;
        if (a.Stream is { } stream)
            return draft.Say("overview.one_stream", ("stream", draft.Word($"stream.{Snake.Code(stream)}")));
        if (now.StreamUnknown == now.Complaints)
            return draft.Say("overview.streams_unknown");
        var parts = new List<Prose>();
        void Add(string key, string id, long count)
        {
            if (count > 0)
                parts.Add(
                    draft.Say(
                        key,
                        ("count", draft.Count($"overview.{id}", count, Source)),
                        ("share", draft.Share($"overview.{id}_share", count, now.Complaints, Source))
                    )
                );
        }
        Add("overview.stream_b", "stream_b", now.StreamB);
        Add("overview.stream_a", "stream_a", now.StreamA);
        Add("overview.stream_own", "stream_own", now.StreamOwn);
        Add("overview.stream_unknown", "stream_unknown", now.StreamUnknown);
        return draft.Say("overview.streams", ("list", draft.List(parts, "separator.clause")));
    }

    private static ReportTable Table(Analysis a, Draft draft)
    {
        var rows = new List<IReadOnlyList<object?>>();
        void Add(string key, Func<Totals, long> count, Func<BaselineTotals, long?>? total = null)
        {
            var now = count(a.Now);
            if (now == 0 && (a.Before is null || count(a.Before) == 0))
                return;
            var before =
                a.Before is { } then ? count(then)
                : a.BeforeTotals is { } earlier ? total?.Invoke(earlier)
                : null;
            var year =
                a.YearAgo is { } ago ? count(ago)
                : a.YearAgoTotals is { } lastYear ? total?.Invoke(lastYear)
                : null;
            rows.Add([
                draft.Word(key),
                now,
                a.Now.Complaints == 0 ? null : (double)now / a.Now.Complaints,
                before,
                draft.Cell(new Change(now, before)),
                year,
                draft.Cell(new Change(now, year)),
            ]);
        }
        Add("row.total", t => t.Complaints, b => b.Complaints);
        if (a.Stream is null)
        {
            Add("row.stream_b", t => t.StreamB, b => b.Streams?.GetValueOrDefault("B"));
            Add("row.stream_a", t => t.StreamA, b => b.Streams?.GetValueOrDefault("A"));
            Add("row.stream_own", t => t.StreamOwn, b => b.Streams?.GetValueOrDefault("own"));
        }
        if (a.HasIssueRules)
            Add("row.classified", t => t.Classified, b => b.Issues?.Where(issue => issue.Key != IssueList.Other).Sum(issue => issue.Value));
        Add("row.not_ours", t => t.NotOurs);
        Add("row.excluded", t => t.Excluded);
        if (a.Now.Excluded > 0)
            Add("row.without_excluded", t => t.Complaints - t.Excluded);
        Add("row.deferred", t => t.Deferred);
        return new ReportTable(
            "overview",
            draft.NextTable(),
            draft.Word("table.overview"),
            draft.Word("sheet.overview"),
            [
                draft.Column("kind", CellFormat.Text, 1.8),
                draft.Column("complaints", CellFormat.Count),
                draft.Column("share", CellFormat.Percent1, 1.1),
                draft.Column("previous", CellFormat.Count),
                draft.Column("previous_change", CellFormat.SignedPercent1),
                draft.Column("year_before", CellFormat.Count),
                draft.Column("year_change", CellFormat.SignedPercent1),
            ],
            rows,
            draft.Word("note.change_rules"),
            [0]
        );
    }

    private static TrendChart Trend(Analysis a, Draft draft, Dates dates)
    {
        var earlier = a.History.SkipLast(1).Select(period => period.Complaints).ToArray();
        var limits = ControlLimits.Of(earlier);
        var now = a.Now.Complaints;
        var key =
            a.Spans.IsRunning ? "trend.running"
            : now > limits.High
                ? a.ChangeQ > Draft.Significant ? "trend.above_unsure"
                    : "trend.above"
            : now < limits.Low ? "trend.below"
            : "trend.inside";
        return new TrendChart(
            "trend",
            draft.NextChart(),
            draft.Word("chart.trend"),
            draft.Text(key, ("count", now), ("periods", earlier.Length)),
            SourceLine(a, draft, dates, a.History.Sum(period => period.Complaints), a.History[0].Period.From),
            [
                .. a.History.Select(
                    (period, i) =>
                        new TrendPoint(period.Period.From, ShortName(period.Period, draft), period.Complaints, i == a.History.Count - 1)
                ),
            ],
            limits.Centre,
            limits.Low,
            limits.High,
            draft.Word("chart.value_complaints"),
            draft.Text("chart.centre", ("periods", earlier.Length)),
            draft.Word("chart.limits")
        )
        {
            CutLabel = draft.Word("chart.cut_axis"),
        };
    }

    internal static string ShortName(Period period, Draft draft) =>
        period.Kind switch
        {
            PeriodKind.Weekly => draft.Text("date.week_short", ("number", period.Name[6..].TrimStart('0'))),
            PeriodKind.Monthly => draft.Text("date.month_short", ("number", period.Name[5..].TrimStart('0'))),
            _ => period.Name,
        };

    /// <summary>Small print of every chart: source, days, n, data-through.</summary>
    /// <param name="n">What was counted, where that is not all complaints.</param>
    /// <param name="from">First day that the chart shows, where it is not that of the period.</param>
    public static string SourceLine(Analysis a, Draft draft, Dates dates, long? n = null, DateOnly? from = null) =>
        draft.Text(
            "chart.source",
            ("span", dates.Span(from ?? a.Spans.Current.From, a.Spans.Current.LastDay)),
            ("count", n ?? a.Now.Complaints),
            ("through", dates.Day(a.Spans.Current.LastDay))
        );

    internal static Paragraph Note(Prose text) => new(text, ParagraphKind.Note);
}
