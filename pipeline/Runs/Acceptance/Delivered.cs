using System.Globalization;
using System.Text.Json;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Reports.Acceptance;
using Hotspot.Settings;

namespace Hotspot.Runs.Acceptance;

/// <summary>The bulletins that were due in a span, as far as its periods are over, and what stands of them in the home.</summary>
internal static class Delivered
{
    /// <summary>Weekly material is due at noon of the day after the week.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    public static IReadOnlyList<DueBulletin> Of(RunContext context, DaySpan span) =>
        [
            .. Enum.GetValues<PeriodKind>()
                .SelectMany(kind => Periods(kind, span, context.Settings))
                .Where(period => period.Until <= context.Clock.Today)
                .Select(period => Bulletin(context.Home, period)),
        ];

    /// <summary>Periods that end in the span.</summary>
    private static IEnumerable<Period> Periods(PeriodKind kind, DaySpan span, HomeSettings settings)
    {
        for (
            var period = Period.Holding(kind, span.From, settings.WeekStart, settings.MonthRule);
            period.LastDay <= span.LastDay;
            period = Period.Holding(kind, period.Until, settings.WeekStart, settings.MonthRule)
        )
            yield return period;
    }

    private static DueBulletin Bulletin(Home home, Period period)
    {
        var folder = WrittenBulletin.FolderOf(home, period);
        var manifest = Path.Combine(folder, ManifestFile.Name);
        if (!File.Exists(manifest))
            return new DueBulletin(period, BulletinState.Missing, null, null, null);
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        var finished = DateTime.Parse(
            json.RootElement.GetProperty("run").GetProperty("finished_at").GetString()!,
            CultureInfo.InvariantCulture
        );
        return FinalMark.Stands(folder)
            ? new DueBulletin(
                period,
                BulletinState.Final,
                FinalMark.Read(folder).IssueNumber,
                finished,
                period.Kind == PeriodKind.Weekly ? finished <= period.Until.ToDateTime(Noon) : null
            )
            : new DueBulletin(period, BulletinState.Draft, null, finished, null);
    }
}
