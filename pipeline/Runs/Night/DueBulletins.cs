using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs.Night;

/// <summary>Drafts of the periods that ended not long before the nights that were made: written where they are missing or saw other complaints. Final ones are left to people.</summary>
internal static class DueBulletins
{
    /// <param name="days">Days whose nights were made.</param>
    public static IReadOnlyList<NightBulletin> Write(
        RunContext context,
        Generation generation,
        Coverage coverage,
        IReadOnlyList<DateOnly> days,
        RunLedger ledger,
        CancellationToken cancel
    )
    {
        var settings = context.Settings;
        var due = days.SelectMany(day =>
                Enum.GetValues<PeriodKind>()
                    .Select(kind => Period.EndedBefore(kind, day, settings.WeekStart, settings.MonthRule))
                    // Of before the first day of the data there is nothing to say.
                    .Where(period => period.LastDay >= day.AddDays(-settings.Night.LookBackDays) && period.Until > coverage.FirstOn)
            )
            .Distinct()
            .OrderBy(period => period.LastDay)
            .ThenBy(period => period.Kind)
            .ToList();
        var written = new List<NightBulletin>();
        foreach (var period in due)
        {
            cancel.ThrowIfCancellationRequested();
            var (name, folder) = (WrittenBulletin.NameOf(period), WrittenBulletin.FolderOf(context.Home, period));
            if (FinalMark.Stands(folder) || !IsOther(context, generation, period, folder))
                continue;
            try
            {
                ledger.Step(
                    "report",
                    name,
                    () => ReportRun.Execute(context, new ReportOptions(period.Kind, period.Name, period.Rule, Final: false), cancel),
                    report => (report.Complaints, report.Incidents, null)
                );
                written.Add(new NightBulletin(name, null));
            }
            catch (OperatorException e) when (e.Exit != ExitCode.Busy)
            {
                written.Add(new NightBulletin(name, e.Code, e.Cause(context.Phrases)));
            }
        }
        return written;
    }

    private static bool IsOther(RunContext context, Generation generation, Period period, string folder)
    {
        using var reader = ComplaintReader.Open(generation, period.Until, context.Limits);
        return !SeenInputs.Same(Path.Combine(folder, ManifestFile.Name), reader.SeenInputs(generation));
    }
}
