using Hotspot.Calendar;
using Hotspot.Gates;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Runs.Callbacks;
using Hotspot.Store;

namespace Hotspot.Runs.Night;

/// <summary>
/// The nightly run: takes what lies in the inbox, makes the nights that the data reach and that are missing or saw late rows, writes the drafts that became due, tells new
/// alarms, prunes. Every step may be done twice: killed anywhere, the next run finishes it; run again, it changes nothing.
/// </summary>
public static class NightRun
{
    /// <summary>A home that slept for longer begins anew rather than work through its sleep.</summary>
    private const int MostNights = 92;

    /// <summary>A person's load ends in minutes; the next night is a day away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <exception cref="OperatorException">Another night, or a run that writes, is at work (exit 5); the home was handed over (exit 4).</exception>
    public static NightResult Execute(RunContext context, NightRequest request, CancellationToken cancel)
    {
        var home = context.Home;
        HandedOver.Refuse(home);
        home.Make();
        using var held = RunLock.TakeNight(home);
        var asOf = request.AsOf ?? context.Clock.Today;
        var before = NightState.Read(home);
        var state = new NightState(
            asOf,
            context.Clock.Now,
            null,
            null,
            null,
            0,
            before?.Unreadable ?? [],
            before?.Told ?? new Dictionary<string, DateOnly>()
        )
        {
            Owed = before?.Owed,
        };
        state.Write(home);
        var step = "load";
        try
        {
            var result = Work(context, asOf, request.CatchUp, state, name => step = name, cancel);
            return result;
        }
        // Stopped, it did not come to its end, as one that was killed.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var told = e as OperatorException;
            (
                (NightState.Read(home) ?? state) with
                {
                    Failed = step,
                    Code = told?.Code ?? e.GetType().Name,
                    Cause = told?.Cause(context.Phrases),
                }
            ).Write(home);
            throw;
        }
    }

    private static NightResult Work(
        RunContext context,
        DateOnly asOf,
        CatchUp catchUp,
        NightState state,
        Action<string> begin,
        CancellationToken cancel
    )
    {
        var home = context.Home;
        var ledger = new RunLedger(context, "nightly");
        RunLock.Await(home, Patience, cancel);
        var unreadable = new List<UnreadableFile>();
        var unopened = new List<string>();
        var passedOver = InputFiles.PassedOver([home.Inbox], home);
        var load = ledger.Step(
            "load",
            "inbox",
            () => Inbox.Take(context, unreadable, unopened, cancel),
            result =>
                (
                    result?.Files.Sum(file => file.Read),
                    result?.Files.Sum(file => file.Inserted + file.Updated),
                    result?.Files.Sum(file => file.Rejected)
                )
        );
        // The load may have set the city.
        context = context with
        {
            Settings = Settings.HomeSettings.Read(home.SettingsFile),
        };
        var sealedSheets = ledger.Step("sheets", "", () => Sweep(context), sheets => (null, sheets.Count, null));
        var aside = unreadable
            .Concat(state.Unreadable.Where(file => File.Exists(Path.Combine(home.Unreadable, file.Name))))
            .Distinct()
            .ToList();
        var told = state.Told;
        NightResult Ended(NightResult result)
        {
            (
                state with
                {
                    FinishedAt = context.Clock.Now,
                    Failed = result.GateFailed ? "load" : null,
                    Code = result.GateFailed ? "gate" : null,
                    NewAlarms = result.NewAlarms.Count,
                    Unreadable = aside,
                    Told = told,
                    Owed = result.GateFailed ? state.Owed : null,
                }
            ).Write(home);
            return result;
        }
        var none = new NightResult(asOf, load, unreadable, [], [], [], [], 0, null, true, false, 0, sealedSheets, unopened, passedOver);
        if (load is { GateFailed: true })
            return Ended(none with { IsStale = false });
        // Nobody mended them since.
        if (HeldLoad.Of(home) is { } waits && RejectionGate.Holds(waits.Read, waits.Rejected, context.Settings.MaxRejectedShare))
            return Ended(none with { IsStale = false, Held = waits });
        if (
            PublishedData.Current(context) is not { } generation
            || ComplaintReader.Coverage(generation, context.Clock.Today, context.Limits) is not { } coverage
        )
            return Ended(none);
        if (asOf <= coverage.FirstOn)
            throw new OperatorException(
                ExitCode.Missing,
                "night_before_data",
                ("day", asOf.Iso()),
                ("first", coverage.FirstOn.Iso()),
                ("today", context.Clock.Today.Iso())
            );

        begin("night");
        var city = HomeCity.Of(context);
        var night = new NightDay(context, generation, coverage, city);
        var (missing, standing) = Missing(NightDay.Standing(home), asOf, coverage, catchUp);
        var (made, again) = (new List<DateOnly>(), new List<DateOnly>());
        var owed = standing.Where(day => day >= state.Owed).ToList();
        if (missing.Count > 0 && !(state.Owed < missing[0]))
            (state = state with { Owed = missing[0] }).Write(home);
        var lookedBack = asOf.AddDays(-context.Settings.Night.LookBackDays);
        List<DateOnly> seen = [.. standing.Where(day => day >= lookedBack).Union(owed).Concat(missing).Order()];
        foreach (var day in seen)
        {
            cancel.ThrowIfCancellationRequested();
            var stands = standing.Contains(day);
            // A night goes on from those before it.
            if (stands && again.Count == 0 && !night.IsStale(day))
                continue;
            context.Progress.Step("step.night", ("day", day.Iso()));
            ledger.Step("night", day.Iso(), () => night.Make(day, ledger), found => (null, found.Count, null));
            (stands ? again : made).Add(day);
        }
        begin("alarms");
        // Also those of a night that died before it told anybody.
        var alarms = seen.SelectMany(day => NightDay.Alarms(NightDay.FolderOf(home, day)).Select(alarm => new NightAlarm(day, alarm)))
            .ToList();
        var fresh = ToldAlarms.Fresh(alarms, told);
        var unheard = new HashSet<DateOnly>();
        if (fresh.Count > 0 && context.Settings.Night.AlarmCommand is { Length: > 0 } command)
            ledger.Step(
                "hook",
                command,
                () =>
                {
                    foreach (var day in fresh.Select(one => one.Day).Distinct())
                        if (!AlarmHook.Call(command, NightDay.AlarmsFile(home, day)))
                            unheard.Add(day);
                    return unheard.Count > 0;
                }
            );
        if (seen.Count > 0)
            told = ToldAlarms.After(
                alarms,
                told,
                fresh.Where(one => unheard.Contains(one.Day)).Select(one => one.Alarm.AlarmId).ToHashSet(StringComparer.Ordinal),
                seen[0]
            );
        // Who was called is not called again by the next run, should this one die over its drafts.
        (state = state with { Told = told, Unreadable = aside }).Write(home);
        begin("report");
        var bulletins = DueBulletins.Write(
            context,
            generation,
            coverage,
            [.. made.Concat(again).Concat(owed).Append(Last(asOf, coverage)).Distinct().Order()],
            ledger,
            cancel
        );
        begin("prune");
        var pruned = ledger.Step("prune", "", () => Retention.Prune(context, asOf, Last(asOf, coverage)), count => (null, count, null));
        var behind = asOf.AddDays(-1).DayNumber - coverage.LastOn.DayNumber;
        return Ended(
            new NightResult(
                asOf,
                load,
                unreadable,
                made,
                again,
                bulletins,
                [.. fresh.Select(one => one.Alarm)],
                alarms.Count(one => one.Day == seen[^1]),
                behind,
                behind > context.Settings.Night.StaleDays,
                unheard.Count > 0,
                pruned,
                sealedSheets,
                unopened,
                passedOver
            )
            {
                DaysMissing = Lacking(context, generation, coverage),
            }
        );
    }

    private static IReadOnlyList<DateOnly> Lacking(RunContext context, Generation generation, Coverage coverage)
    {
        using var reader = ComplaintReader.Open(generation, coverage.LastOn.AddDays(1), context.Limits);
        return MissingDays.Of(reader, coverage);
    }

    /// <summary>The last night that the data reach: a day that nobody exported yet is no quiet one.</summary>
    private static DateOnly Last(DateOnly asOf, Coverage coverage) =>
        coverage.LastOn.AddDays(1) is var reached && reached < asOf ? reached : asOf;

    private static (IReadOnlyList<DateOnly> Missing, IReadOnlySet<DateOnly> Standing) Missing(
        IReadOnlyList<DateOnly> standing,
        DateOnly asOf,
        Coverage coverage,
        CatchUp catchUp
    )
    {
        var last = Last(asOf, coverage);
        var done = standing.Where(day => day <= last).ToHashSet();
        var missing = catchUp switch
        {
            CatchUp.None => last == asOf ? [last] : Array.Empty<DateOnly>(),
            CatchUp.Latest => [last],
            _ when done.Count > 0 && last.DayNumber - done.Max().DayNumber <= MostNights =>
            [
                .. Enumerable.Range(1, last.DayNumber - done.Max().DayNumber).Select(ahead => done.Max().AddDays(ahead)),
            ],
            _ => [last],
        };
        return ([.. missing.Where(day => !done.Contains(day))], done);
    }

    /// <summary>Call sheets that are due to be sealed.</summary>
    private static IReadOnlyList<string> Sweep(RunContext context)
    {
        if (!Directory.Exists(context.Home.Callback) || !File.Exists(context.Home.Store))
            return [];
        using var held = RunLock.Take(context.Home);
        using var store = ComplaintStore.Open(context.Home.Store, context.Limits);
        return CallSheetFiles.Sweep(context, store.Session, Keys.Existing(context.Home));
    }
}
