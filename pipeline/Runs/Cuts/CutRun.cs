using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;
using Hotspot.Reports;
using Hotspot.Reports.Cuts;
using Hotspot.Reports.Model;
using Hotspot.Store;

namespace Hotspot.Runs.Cuts;

/// <summary>What a cut answered and what was written.</summary>
/// <param name="Filter">In words, in one line.</param>
/// <param name="Command">Options that give the same answer, whenever they are asked.</param>
/// <param name="Table">As people read it; of complaints one by one the first few.</param>
/// <param name="Rows">Rows of the answer: groups, or complaints one by one.</param>
/// <param name="Output">File written; null: none.</param>
/// <param name="HasReplaced">The name that it was saved under stood for another one before.</param>
/// <param name="Meta">File beside it that says what the data are; null: the file says so itself.</param>
public sealed record CutResult(
    CutAnswer Answer,
    string Filter,
    IReadOnlyList<string> Notes,
    string Through,
    string Command,
    ReportTable Table,
    string Result,
    long Rows,
    string Generation,
    string? Output,
    string? Meta,
    string? Saved,
    bool HasReplaced,
    string? Register
);

/// <summary>One cut, from what a person typed to the files that were asked for. Reads the published generation and waits for nobody.</summary>
public static class CutRun
{
    /// <summary>Complaints one by one that a terminal shows.</summary>
    private const int ShownRows = 20;

    public static CutResult Execute(RunContext context, CutRequest request, CutOrders orders, CancellationToken cancel)
    {
        var home = context.Home;
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        if (orders.Output is { } path)
            CutFiles.Check(path);
        if (orders.Save is { } name)
            SavedCuts.Checked(name);
        if (orders.Saved is { } kept && SavedCuts.Read(home, kept).Request is var old)
            request = new CutRequest(old.Sentence, CutRequest.Overruled(old.Terms, request.Terms));
        var generation = PublishedData.Current(context);
        if (generation is null || generation.Months().Count == 0)
            throw PublishedData.Nothing(context);
        using var reader = CutReader.Open(generation, context.Limits);
        var hasLists = context.Settings.City is null or CityReference.Shipped;
        var calendar = new CutCalendar(context.Settings.WeekStart, context.Settings.MonthRule)
        {
            Work = hasLists ? WorkCalendar.Load() : WorkCalendar.None,
        };
        var data = reader.Span();
        var cut = new CutContext(
            reader,
            CutLists.Of(home.Rules, hasLists ? null : reader, reader.PlaceNames),
            data,
            // A day to come may be a slip of the pen: then the data are asked where they end.
            data.Last <= context.Clock.Today
                ? data.Last
                : ComplaintReader.Coverage(generation, context.Clock.Today, context.Limits)?.LastOn ?? data.Last,
            context.Clock.Today,
            calendar,
            orders.Folder
        );
        var terms = CutReading.Terms(cut, request);
        var question = new CutReading(cut, terms).Read();
        if (orders.Output is { } output)
            CutFiles.Check(output, question);
        cancel.ThrowIfCancellationRequested();

        var answer = Cutting.Answer(reader, question, data, calendar);
        var words = new CutWords(context.Phrases, calendar.WeekStart, calendar.MonthRule);
        var command = Command(terms, question);
        cancel.ThrowIfCancellationRequested();
        var (rows, meta) = (
            question.IsRows ? Math.Min(answer.Totals.Complaints, question.Top ?? long.MaxValue) : answer.Listed.Count,
            (string?)null
        );
        if (orders.Output is { } file)
        {
            var files = new CutFiles(
                answer,
                words,
                reader,
                new BulletinTerms(context.Settings.UnitName, null, context.Settings.Demo),
                command,
                generation.Id,
                templates.Word,
                () => CutShapes.Of(reader, question, calendar, home.Rules, hasLists)
            );
            (rows, meta) = files.Write(file);
        }
        var hasReplaced = orders.Save is { } used && SavedCuts.Has(home, used);
        var saved = orders.Save is { } save ? SavedCuts.Write(home, save, request.Rooted(orders.Folder)) : null;
        var register = orders.For is null ? null : CutRegister.Add(context, orders, words.Line(answer), rows);
        return new CutResult(
            answer,
            words.Line(answer),
            words.Notes(answer),
            words.Through(answer.DataThrough),
            command,
            question.IsRows ? FirstRows(reader, answer, words) : new CutTables(words).Of(answer, withTotal: true),
            CutPaper.Result(answer, new Draft(context.Phrases)).ToString(),
            rows,
            generation.Id,
            orders.Output,
            meta,
            saved,
            hasReplaced,
            register
        );
    }

    private static ReportTable FirstRows(CutReader reader, CutAnswer answer, CutWords words)
    {
        var names = new List<string>();
        var rows = CutDetails.Rows(reader, Math.Min(ShownRows, answer.Question.Top ?? ShownRows), names).ToList();
        return CutDetails.Table(names, rows, onPaper: true, words.Phrases["cut.caption_rows"], words.Phrases["cut.sheet.data"]);
    }

    /// <summary>Times as days or by name, so that the command means the same tomorrow; then the other options in their order.</summary>
    private static string Command(IReadOnlyList<CutTerm> terms, CutQuestion question)
    {
        var times = CutMeaning.Told(new CutPeriod(question.Period, question.Filter.Days));
        var others = terms
            .Where(term => term.Option is not ("period" or "from" or "to"))
            .GroupBy(term => term.Option)
            .OrderBy(same => Index(same.Key))
            .SelectMany(same =>
                CutOptions.Lists.Contains(same.Key) ? [new CutTerm(same.Key, string.Join(',', same.Select(term => term.Value).Distinct()))]
                : CutOptions.Texts.Contains(same.Key) ? same.Distinct()
                : (IEnumerable<CutTerm>)[same.Last()]
            );
        return "hotspot cut " + string.Join(' ', times.Concat(others));
    }

    private static int Index(string option) => CutOptions.All.ToList().IndexOf(option);
}
