using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Enrich;
using Hotspot.Gates;
using Hotspot.Grouping;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Reports.Callbacks;
using Hotspot.Reports.Model;
using Hotspot.Reports.Public;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Diff;
using Hotspot.Runs.Register;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>One bulletin from the published complaints: analyse, write, draw, and switch the folder.</summary>
public static class ReportRun
{
    /// <summary>Ends the folder name of a public edition.</summary>
    private const string PublicFolder = "-public";

    public static ReportResult Execute(RunContext context, ReportOptions options, CancellationToken cancel)
    {
        var home = context.Home;
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        using var held = options.Final ? RunLock.Take(home) : null;
        var (generation, coverage) = PublishedData.Covered(context);
        var rule = options.Rule ?? context.Settings.MonthRule;
        var period = Choose(options, rule, coverage, generation, context);
        var folder = WrittenBulletin.FolderOf(home, period, options.Stream) + (options.Public ? PublicFolder : "");
        var isFinal = FinalMark.Stands(folder);
        if (isFinal && options.Final)
            throw new OperatorException(ExitCode.WrongUse, "already_final", ("period", period.Name), ("folder", home.Show(folder)));
        if (period.LastDay < coverage.FirstOn || period.From > coverage.LastOn)
            throw PublishedData.NotCovered(period.Name, coverage);
        if (options.Final && coverage.LastOn < period.LastDay)
            throw new OperatorException(
                ExitCode.GateFailed,
                "final_incomplete",
                ("period", period.Name),
                ("last", period.LastDay.Iso()),
                ("data", coverage.LastOn.Iso())
            );
        if (options.Stream is { } stream && !Has(stream, generation, new DaySpan(coverage.FirstOn, period.Until), context))
            throw new OperatorException(ExitCode.Missing, "stream_absent", ("stream", Snake.Code(stream)), ("last", period.LastDay.Iso()));

        var started = context.Clock.Now;
        var ledger = new RunLedger(context, "report");
        var city = HomeCity.Of(context);
        cancel.ThrowIfCancellationRequested();
        context.Progress.Step("step.analysing", ("period", period.Name));
        var (analysis, inputs) = ledger.Step(
            "analyse",
            period.Name,
            () =>
            {
                using var reader = ComplaintReader.Open(generation, period.Until, context.Limits, options.Stream);
                var found = Analysing.Run(
                    reader,
                    period,
                    coverage,
                    city,
                    Known(period, options.Stream, context),
                    context.Settings,
                    home.Rules,
                    KnownClusters.Read(TablesBefore(period, options.Stream, context), context.Limits)
                );
                var weeks = Reconciling.Weeks(
                    reader,
                    found.Spans,
                    context.Settings.WeekStart,
                    week => WrittenBulletin.FolderOf(home, week, options.Stream)
                );
                if (period.Kind == PeriodKind.Weekly && !options.Public)
                {
                    found = found with
                    {
                        Ahead = Forecasting.Run(
                            reader,
                            found.Spans.Current.LastDay,
                            coverage,
                            city,
                            KnownForecasts.Read(TablesBefore(period, options.Stream, context), context.Limits)
                        ),
                    };
                }
                var cohort = reader.HasCallbacks ? CallbackCohort(reader, period, city, found.Rates, context) : null;
                found = found with
                {
                    Stream = options.Stream,
                    Weeks = weeks,
                    Cohort = cohort,
                    ServiceLevels = ServiceLevel.Of(reader.Received(found.Spans.Current), found.Processing, cohort?.Rates ?? []),
                };
                found = found with { Queries = reader.Asked };
                return (Found: found, Inputs: reader.SeenInputs(generation));
            },
            result => (result.Found.Now.Complaints, result.Found.Now.Incidents, null)
        );
        cancel.ThrowIfCancellationRequested();
        context.Progress.Step("step.writing", ("period", period.Name));
        int? number =
            isFinal ? FinalMark.Read(folder).IssueNumber
            : options.Final ? Math.Max(context.Settings.NextIssueNumber, FinalMark.LastNumber(home.Published) + 1)
            : null;
        var terms = new BulletinTerms(context.Settings.UnitName, number, context.Settings.Demo);
        var open = options.Public ? Published(analysis, generation, context) : null;
        var bulletin = open is null
            ? BulletinWriter.Write(analysis, terms, context.Phrases, templates.Sections)
            : PublicBulletin.Write(open, terms, context.Phrases, templates.Sections);
        if (isFinal)
        {
            var stands = Corrected(folder, period, bulletin, analysis, generation, context, templates.Word);
            return options.Split && stands.Correction is { Agrees: true }
                ? stands with
                {
                    Notices = DistrictNotices.Stand(folder)
                        ? DistrictNotices.Files(folder)
                        : DistrictNotices.Write(folder, analysis, bulletin, context.Phrases, templates.Word, stem => stem),
                }
                : stands;
        }
        var publication = Publication.Begin(folder);
        bulletin = bulletin with { Head = bulletin.Head with { FileStem = publication.FreeStem(bulletin.Head.FileStem, context.Phrases) } };
        var charts = ledger.Step(
            "write",
            period.Name,
            () =>
                open is null
                    ? WriteAll(publication.Beside, bulletin, analysis, templates.Word)
                    : WriteAll(publication.Beside, bulletin, open, templates.Word)
        );
        // A bulletin that was split stays so: its notices are rewritten with it.
        var notices =
            options.Split || DistrictNotices.Stand(folder)
                ? ledger.Step(
                    "split",
                    period.Name,
                    () =>
                        DistrictNotices.Write(
                            publication.Beside,
                            analysis,
                            bulletin,
                            context.Phrases,
                            templates.Word,
                            stem => publication.FreeStem(stem, context.Phrases, DistrictNotices.Folder)
                        )
                )
                : [];
        if (number is { } issued)
        {
            new FinalMark(issued, [.. Files(generation, period, context).Select(file => file.BatchId)]).Write(publication.Beside);
            ManifestFile.Write(publication.Beside, context, ManifestFile.Of(analysis, generation, inputs, context, ledger, started));
            publication.Switch();
            (context.Settings with { NextIssueNumber = issued + 1 }).Write(home.SettingsFile);
        }
        else
        {
            ManifestFile.Write(publication.Beside, context, ManifestFile.Of(analysis, generation, inputs, context, ledger, started));
            publication.Switch();
        }
        string In(string name) => Path.Combine(folder, name);
        return new ReportResult(
            period,
            folder,
            In(bulletin.Head.FileStem + ".docx"),
            In(bulletin.Head.FileStem + ".xlsx"),
            In(bulletin.Head.FileStem + ".html"),
            [.. charts.Select(chart => In(Path.Combine("charts", chart)))],
            [.. bulletin.Findings().Select(finding => finding.ToString())],
            analysis.Now.Complaints,
            analysis.Now.Incidents,
            generation.Id
        )
        {
            Stream = options.Stream,
            IsRunning = coverage.LastOn < period.LastDay,
            Register =
                period is { Kind: PeriodKind.Weekly } && options is { Public: false, Stream: null }
                    ? PointRegister.Update(context, generation, coverage)
                    : null,
            Notices = [.. notices.Select(notice => In(Path.Combine(DistrictNotices.Folder, Path.GetFileName(notice))))],
        };
    }

    /// <summary>The orders that the contract asks to call back, with what was recorded so far; null where the period has none.</summary>
    private static CallbackSummary? CallbackCohort(
        ComplaintReader reader,
        Period period,
        CityReference city,
        RateWeights weights,
        RunContext context
    )
    {
        var settings = context.Settings.Callback;
        var orders = Cohorts.Orders(reader, period, city);
        return orders.Count == 0
            ? null
            : new CallbackSummary(
                period,
                city.Calendar.ClosesOn(period, settings.WindowWorkdays),
                period.LastDay,
                CallbackRates.Run(period.Name, orders, settings, weights),
                settings,
                weights
            );
    }

    private static IReadOnlyList<(string BatchId, string Name, long Read)> Files(Generation generation, Period period, RunContext context)
    {
        using var reader = ComplaintReader.Open(generation, period.Until, context.Limits);
        return reader.LoadedFiles();
    }

    /// <summary>A final bulletin stands as it is; where the data now say otherwise, a sheet beside it says what and why.</summary>
    private static ReportResult Corrected(
        string folder,
        Period period,
        Bulletin today,
        Analysis analysis,
        Generation generation,
        RunContext context,
        WordTemplate word
    )
    {
        var now = Publication.Begin(folder).Beside;
        try
        {
            WriteTables(now, analysis);
            AtomicFile.Write(Path.Combine(now, FiguresFile.Name), stream => FiguresFile.Write(today, stream));
            var correction = CorrectionSheet.Write(
                folder,
                now,
                today,
                generation.Id,
                Reasons(folder, period, generation, context),
                context.Phrases,
                context.Limits,
                word
            );
            var final = new WrittenBulletin(folder, "");
            return new ReportResult(
                period,
                folder,
                final.Document(".docx"),
                final.Document(".xlsx"),
                final.Document(".html"),
                [],
                [],
                analysis.Now.Complaints,
                analysis.Now.Incidents,
                generation.Id
            )
            {
                Correction = correction,
            };
        }
        finally
        {
            Directory.Delete(now, recursive: true);
        }
    }

    /// <summary>What came between a final bulletin and today: files; else corrections by hand, rules or settings.</summary>
    private static List<string> Reasons(string folder, Period period, Generation generation, RunContext context)
    {
        var phrases = context.Phrases;
        var known = FinalMark.Read(folder).Batches;
        var since = known is null ? [] : Files(generation, period, context).Where(file => !known.Contains(file.BatchId)).ToArray();
        return since.Length > 0
            ?
            [
                phrases.Say("correction.why_files", ("count", since.Length)),
                .. since.Select(file => phrases.Say("correction.why_file", ("name", file.Name), ("rows", file.Read))),
            ]
            : [phrases["correction.why_other"]];
    }

    /// <summary>The named period; else the last one that the data cover to its last day, if it holds any; else the one that runs.</summary>
    private static Period Choose(ReportOptions options, MonthRule rule, Coverage coverage, Generation generation, RunContext context)
    {
        var start = context.Settings.WeekStart;
        if (options.PeriodName is { } name)
            return NamedPeriod.Of(options.Kind, name, rule, context);
        var running = Period.Holding(options.Kind, coverage.LastOn, start, rule);
        if (running.LastDay <= coverage.LastOn)
            return running;
        var complete = running.Previous(start);
        if (complete.From < coverage.FirstOn)
            return running;
        using var reader = ComplaintReader.Open(generation, complete.Until, context.Limits);
        return reader.Totals(new DaySpan(complete.From, complete.Until)).Complaints > 0 ? complete : running;
    }

    private static bool Has(OrderStream stream, Generation generation, DaySpan days, RunContext context)
    {
        using var reader = ComplaintReader.Open(generation, days.Until, context.Limits, stream);
        return reader.Totals(days).Complaints > 0;
    }

    /// <summary>
    /// Hotspots of all bulletins of this kind that stand, the nearest in time first: a place that comes back after a gap is the same one, in
    /// whatever order the bulletins were written. The one of the period itself comes before all, so that writing it again renames nothing.
    /// </summary>
    private static IReadOnlyList<KnownPoint> Known(Period period, OrderStream? stream, RunContext context) =>
        KnownPoints.Read(
            WrittenBulletin
                .Standing(context.Home, period.Kind, period.Rule, stream, context.Settings.WeekStart)
                .OrderBy(other => Math.Abs(other.Period.From.DayNumber - period.From.DayNumber))
                .ThenBy(other => other.Period.From)
                .Select(other => other.Bulletin.Table("points"))
                .Where(File.Exists),
            context.Limits
        );

    /// <summary>Where the tables of the bulletin before are, if there is one.</summary>
    private static string TablesBefore(Period period, OrderStream? stream, RunContext context)
    {
        var before = period.Previous(context.Settings.WeekStart);
        return Path.Combine(WrittenBulletin.FolderOf(context.Home, before, stream), "parquet");
    }

    /// <summary>The counts that everyone may see.</summary>
    private static PublicAnalysis Published(Analysis analysis, Generation generation, RunContext context)
    {
        var (below, weekStart) = (context.Settings.SuppressBelow, context.Settings.WeekStart);
        if (PublicAnalysis.IsTooFew(analysis, below))
            throw new OperatorException(ExitCode.GateFailed, "public_too_few", ("k", below));
        var needed = PublicAnalysis.DaysNeeded(analysis.Spans.Period, weekStart);
        using var reader = ComplaintReader.Open(generation, needed.Until, context.Limits);
        return PublicAnalysis.Of(analysis, reader.PublicDays(needed), weekStart, below, new PublicLabels(context.Phrases));
    }

    private static List<string> WriteAll(string folder, Bulletin bulletin, Analysis analysis, WordTemplate word)
    {
        var charts = WriteDocuments(folder, bulletin, word);
        WriteTables(folder, analysis);
        return charts;
    }

    private static void WriteTables(string folder, Analysis analysis)
    {
        var tables = Directory.CreateDirectory(Path.Combine(folder, "parquet")).FullName;
        ParquetTable.Write(analysis.Peaks, tables, "peak_hours");
        ParquetTable.Write(analysis.Windows, tables, "peak_windows");
        ParquetTable.Write(analysis.Circles, tables, "hour_circles");
        ParquetTable.Write(analysis.DayEffects, tables, "day_effects");
        ParquetTable.Write(analysis.Areas, tables, "areas");
        ParquetTable.Write(analysis.Points, tables, "points");
        ParquetTable.Write(HotspotUnit.Of(analysis.Points), tables, "hotspot_units");
        ParquetTable.Write(analysis.Spoken.Issues, tables, "hot_issues");
        ParquetTable.Write(analysis.Spoken.Words ?? [], tables, "emerging_words");
        ParquetTable.Write(analysis.Repeats, tables, "repeats");
        ParquetTable.Write(analysis.NearRepeats, tables, "near_repeats");
        ParquetTable.Write(analysis.ServiceLevels, tables, "service_levels");
        ParquetTable.Write(analysis.Warnings, tables, "early_warnings");
        ParquetTable.Write(analysis.Ahead?.Forecasts ?? [], tables, "forecast");
        ParquetTable.Write(analysis.Ahead?.Backtests ?? [], tables, "forecast_backtest");
        ParquetTable.Write(analysis.Ahead?.Cells ?? [], tables, "hot_cells");
        ParquetTable.Write(analysis.Ahead?.CellBacktests ?? [], tables, "hot_cell_backtest");
        ParquetTable.Write(analysis.Hexes, tables, "hexes");
        ParquetTable.Write(analysis.Evolution.Cells, tables, "emerging");
        ParquetTable.Write(analysis.Scan?.Clusters ?? [], tables, "space_time_clusters");
        ParquetTable.Write(analysis.Scan?.Incidents ?? [], tables, "cluster_incidents");
    }

    private static List<string> WriteAll(string folder, Bulletin bulletin, PublicAnalysis analysis, WordTemplate word)
    {
        var charts = WriteDocuments(folder, bulletin, word);
        ParquetTable.Write(analysis.Rows(), Path.Combine(folder, "parquet"), "public_counts");
        return charts;
    }

    private static List<string> WriteDocuments(string folder, Bulletin bulletin, WordTemplate word)
    {
        Directory.CreateDirectory(Path.Combine(folder, "parquet"));
        AtomicFile.Write(Path.Combine(folder, bulletin.Head.FileStem + ".html"), stream => HtmlFile.Write(bulletin, stream));
        return Papers.Write(folder, bulletin, word);
    }
}
