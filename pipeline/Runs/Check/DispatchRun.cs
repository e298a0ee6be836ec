using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Reports;
using Hotspot.Reports.Checks;
using Hotspot.Runs.Undo;
using Hotspot.Store;

namespace Hotspot.Runs.Check;

/// <summary><c>check --against</c>: the city's own lists beside what is registered here, by order number. The lists stay, so that the rate of a period is known from then on.</summary>
public static class DispatchRun
{
    /// <exception cref="OperatorException">Nothing is loaded (exit 4), or a list cannot be used (exit 2); nothing was taken.</exception>
    public static DispatchChecked Execute(RunContext context, DispatchRequest request, CancellationToken cancel)
    {
        try
        {
            return Check(context, request, cancel);
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static DispatchChecked Check(RunContext context, DispatchRequest request, CancellationToken cancel)
    {
        var home = context.Home;
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        PublishedData.Of(context);
        var files = InputFiles.Of(request.Lists, home);
        var profiles = LoadRun.Profiles(home, request.Source, context.Settings);
        var headers = files.Select(file => FileReading.Open(file, profiles, callers: null)).ToList();
        var excuses = request.Excuses is { } list ? ExcuseFile.Read(list, context.Phrases) : [];
        using var held = RunLock.Take(home);
        var ledger = new RunLedger(context, "check");
        var spans = new List<DispatchedSpan>();
        var reads = new List<ListRead>();
        Generation generation;
        using (var store = WritingStore.Open(context, ledger, "check"))
        {
            var session = store.Session;
            var hashes = files.Select(FileHash.Of).ToList();
            for (var i = 0; i < files.Count; i++)
            {
                if (UndoTable.IsLoaded(session, IncomingFile.BatchOf(hashes[i])))
                    throw new OperatorException(ExitCode.WrongUse, "check_own_list", ("file", headers[i].FileName));
            }
            var derive = new Derivation(HomeCity.Of(context));
            foreach (var (reading, hash) in headers.Zip(hashes))
            {
                context.Progress.Step("step.reading", ("files", 1));
                var known = DispatchTable.Known(session, hash, request.From, request.Last);
                var read = ledger.Step(
                    "list",
                    reading.FileName,
                    () => Read(context, session, reading, derive, request.Stream, cancel),
                    row => (row.Read, row.Orders, row.Rejected)
                );
                // Anew also where it is said now which stream the orders are of.
                var isNamed = request.Stream != OrderStream.Unknown && known.Any(span => span.Stream == OrderStream.Unknown);
                if (known.Count == 0 || isNamed)
                {
                    UndoTable.Write(session, into => DispatchTable.Add(into, reading.FileName, hash, request.From, request.Last));
                    known = DispatchTable.Known(session, hash, request.From, request.Last);
                    read = read with { IsNew = true };
                }
                spans.AddRange(known);
                var repeated = known.Sum(span => span.Repeated);
                reads.Add(read with { Orders = read.Orders - repeated, Repeated = repeated });
            }
            if (spans.Count == 0)
                throw new OperatorException(
                    ExitCode.Missing,
                    "check_empty",
                    ("files", string.Join(' ', headers.Select(one => one.FileName)))
                );
            if (excuses.Count > 0)
                UndoTable.Write(session, into => DispatchTable.Excuse(into, InputFile.NameOf(request.Excuses!), excuses));
            context.Progress.Step("step.publishing");
            generation = ledger.Step("publish", "", () => PublishedData.Publish(home, session));
        }
        return Compare(context, templates.Word, ledger, generation, spans, reads, excuses.Count);
    }

    private static ListRead Read(
        RunContext context,
        Session store,
        FileReading header,
        Derivation derive,
        OrderStream stream,
        CancellationToken cancel
    )
    {
        // Callers do not matter here: a key that nobody keeps.
        using var callers = new CallerKey(new byte[KeyRing.KeyBytes]);
        var reading = header.With(callers, context.Limits.Threads ?? Environment.ProcessorCount, derive.Of);
        long unnumbered = 0,
            orders = 0;
        DateOnly? first = null,
            last = null;
        DispatchTable.Read(store, Numbered());
        return new ListRead(
            header.FileName,
            reading.Summary.Read,
            orders,
            0,
            unnumbered,
            reading.Summary.Rejected,
            first,
            last,
            IsNew: false
        );

        IEnumerable<DispatchedOrder> Numbered()
        {
            foreach (var outcome in reading.Outcomes(cancel))
            {
                if (outcome.Complaint is not { } order)
                    continue;
                if (order.QualityFlags.Contains("id_missing"))
                {
                    unnumbered++;
                    continue;
                }
                orders++;
                DateOnly? on = (order.DispatchedAt ?? order.OccurredAt) is { } at ? DateOnly.FromDateTime(at) : null;
                (first, last) = (on < (first ?? DateOnly.MaxValue) ? on : first, on > (last ?? DateOnly.MinValue) ? on : last);
                yield return new DispatchedOrder(
                    order.ComplaintId,
                    order.Stream == OrderStream.Unknown ? stream : order.Stream,
                    order.DispatchedAt,
                    order.CalledAt,
                    on,
                    order.District,
                    order.Street,
                    order.Category1 is null ? null : order.Issue
                );
            }
        }
    }

    private static DispatchChecked Compare(
        RunContext context,
        WordTemplate word,
        RunLedger ledger,
        Generation generation,
        List<DispatchedSpan> spans,
        List<ListRead> reads,
        int excuses
    )
    {
        var (settings, started) = (context.Settings, context.Clock.Now);
        var span = new DaySpan(
            spans.Select(one => one.FromOn).Concat(reads.Select(read => read.FirstOn).OfType<DateOnly>()).Min(),
            spans.Select(one => one.LastOn).Concat(reads.Select(read => read.LastOn).OfType<DateOnly>()).Max().AddDays(1)
        );
        var coverage = ComplaintReader.Coverage(generation, context.Clock.Today, context.Limits)!;
        using var reader = ComplaintReader.Open(generation, DateOnly.MaxValue, context.Limits);
        var check = new DispatchCheck(
            span,
            coverage.LastOn,
            reader.DispatchLists(span),
            reader.Processing(span),
            reader.MissingOrders(span),
            reader.UnlistedOrders(span),
            reader.DifferingOrders(span),
            reader.RegistrationLags(span, settings.ShiftStarts)
        )
        {
            Queries = reader.Asked,
        };
        var paper = DispatchPaper.Write(check, new BulletinTerms(settings.UnitName, null, settings.Demo), context.Phrases);
        var stem = Papers.Publish(
            context,
            paper,
            word,
            new Making(
                "check",
                $"{span.From.Iso()}_{span.LastDay.Iso()}",
                generation,
                new Dictionary<string, string> { ["shift_starts"] = string.Join(',', settings.ShiftStarts) },
                generation.Files(),
                new ManifestStep(
                    "compare",
                    check.Streams.Sum(count => count.Dispatched),
                    check.Streams.Sum(count => count.Registered),
                    null
                ),
                ledger,
                started
            )
        );
        return new DispatchChecked(reads, excuses, check, stem + ".docx", stem + ".xlsx", generation.Id);
    }
}
