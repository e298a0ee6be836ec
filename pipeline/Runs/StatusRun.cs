using Hotspot.Grouping;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Check;
using Hotspot.Runs.Diff;
using Hotspot.Runs.Night;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Looks, and writes nothing but what an upgrade of the program asks for.</summary>
public static class StatusRun
{
    public static StatusResult Execute(RunContext context)
    {
        var home = context.Home;
        var generation = PublishedData.Current(context);
        var coverage = generation is null ? null : ComplaintReader.Coverage(generation, context.Clock.Today, context.Limits);
        long incidents = 0;
        BatchTotals? batches = null;
        IReadOnlyList<CallbackStanding> callbacks = [];
        IReadOnlyList<ProcessingStanding> processing = [];
        IReadOnlyList<DueOrder> due = [];
        SurveyCount? survey = null;
        IReadOnlyList<DateOnly> missing = [];
        if (generation is not null && coverage is not null)
        {
            using var reader = ComplaintReader.Open(generation, coverage.LastOn.AddDays(1), context.Limits);
            incidents = reader.Incidents();
            batches = reader.Batches();
            callbacks = Callbacks(context, reader, coverage);
            processing = ProcessingStanding.Of(reader);
            missing = MissingDays.Of(reader, coverage);
            due = reader.DueOrders(context.Clock.Now, context.Clock.Now.AddDays(1));
            survey = reader.Survey(new DaySpan(context.Clock.Today.AddYears(-1), context.Clock.Today.AddDays(1)));
        }
        return new StatusResult(
            home.Root,
            home.Exists,
            context.Settings.UnitName,
            context.Settings.City,
            coverage?.FirstOn,
            coverage?.LastOn,
            coverage?.Complaints ?? 0,
            incidents,
            batches?.Files ?? 0,
            batches?.Read ?? 0,
            batches?.Rejected ?? 0,
            coverage is null ? null : context.Clock.Today.DayNumber - coverage.LastOn.DayNumber,
            generation?.Id,
            Directory.Exists(home.Inbox) ? [.. InputFiles.In(home.Inbox).Select(InputFile.NameOf)] : [],
            Documents(context),
            RunLock.IsHeld(home)
        )
        {
            HandedOverOn = HandedOver.On(home),
            InboxPassedOver = InputFiles.PassedOver([home.Inbox], home),
            Callbacks = callbacks,
            Processing = processing,
            Due = due,
            Survey = survey,
            Night = NightState.Read(home),
            Held = HeldLoad.Of(home),
            DaysMissing = missing,
        };
    }

    /// <summary>What the program wrote for people, and not what they laid beside it.</summary>
    private static IReadOnlyList<string> Documents(RunContext context) =>
        [
            .. WrittenBulletin
                .Of(context.Home, null)
                .SelectMany(bulletin =>
                    ManifestFile
                        .Outputs(bulletin.Folder)
                        .Keys.Where(path => path.EndsWith(".docx", StringComparison.Ordinal))
                        .Select(path => Path.Combine(bulletin.Folder, path))
                        .Concat(CorrectionSheet.Documents(bulletin, context.Phrases))
                )
                .Where(File.Exists)
                .Select(file => Path.GetRelativePath(context.Home.Root, file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A list of places that cannot be read must not keep the rest from being told; the next load says what is wrong with it.</summary>
    private static IReadOnlyList<CallbackStanding> Callbacks(RunContext context, ComplaintReader reader, Coverage coverage)
    {
        try
        {
            return Cohorts.Standings(reader, coverage, HomeCity.Of(context), context.Settings, context.Clock.Today);
        }
        catch (OperatorException)
        {
            return [];
        }
    }
}
