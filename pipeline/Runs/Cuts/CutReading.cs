using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Records;

namespace Hotspot.Runs.Cuts;

/// <summary>What a reading may look up.</summary>
/// <param name="Data">First and last day of the published complaints.</param>
/// <param name="Today">By the clock of the office.</param>
/// <param name="Folder">What a path is relative to.</param>
internal sealed record CutContext(
    CutReader Reader,
    CutLists Lists,
    (DateOnly First, DateOnly Last) Data,
    DateOnly Through,
    DateOnly Today,
    CutCalendar Calendar,
    string Folder
)
{
    public CutGrammar Grammar => field ??= CutGrammar.Load(Lists.Events);

    /// <summary>近四周 ends with the data, as bulletins have it.</summary>
    public CutPeriods Periods => field ??= new CutPeriods(Today, Through, Calendar, () => Lists.Events);
}

/// <summary>Options as a question: every value is looked up in its code list, bounded, and told apart from what it is not. All errors end with exit 2.</summary>
internal sealed partial class CutReading(CutContext context, IReadOnlyList<CutTerm> terms)
{
    private const int MostDistance = 100_000;
    private const int MostTop = 1_000_000;
    private const int LongestText = 60;

    private static readonly CutDimension[] Periods = [CutDimension.Day, CutDimension.Week, CutDimension.Month, CutDimension.Quarter];

    /// <summary>The sentence, of what no option speaks of, then the options.</summary>
    public static IReadOnlyList<CutTerm> Terms(CutContext context, CutRequest request)
    {
        IReadOnlyList<CutTerm> said = request.Sentence is { } sentence
            ? new CutSentence(context.Lists, context.Grammar, context.Periods).Read(
                sentence,
                isGrouped: request.Terms.Any(term => term.Option is "by" or "pivot"),
                isListed: request.Terms.Any(term => term.Option == "rows")
            )
            : [];
        return CutRequest.Overruled(said, request.Terms);
    }

    public CutQuestion Read()
    {
        var (period, days) = Days();
        var districts = Many("district").Select(value => Found("district", value, context.Lists.Districts)).Distinct().ToList();
        var streets = Streets(districts);
        var filter = new CutFilter(days)
        {
            Streams = [.. Many("stream").Select(Stream).Distinct()],
            OrderTypes = OrderTypes(),
            Districts = districts,
            Streets = streets,
            Communities = Communities(districts, streets),
            Issues = [.. Many("issue").Select(value => Found("issue", value, context.Lists.Issues)).Distinct()],
            HotIssues = HotIssues(),
            Categories = Known("category", context.Reader.Categories),
            Hours = One("hours") is { } hours ? Hours(hours) : null,
            Weekdays = [.. Many("weekday").SelectMany(Weekdays).Distinct().Order()],
            DayKinds = [.. Many("day-kind").Select(Kind).Distinct()],
            Places = [.. Texts("place")],
            Near = One("near") is { } near ? Near(near) : null,
            Within = One("within") is { } file ? CutPolygon.Read(Path.GetFullPath(file, context.Folder)) : null,
            Keywords = [.. Texts("keyword")],
            Statuses = Known("status", context.Reader.Statuses),
            RepeatOnly = Has("repeat-only"),
            Except = Except(districts),
        };
        return Question(filter, period);
    }

    private CutQuestion Question(CutFilter filter, Period? period)
    {
        var by = Many("by").Select(value => Code<CutDimension>("by", value)).Distinct().ToList();
        CutDimension? pivot = One("pivot") is { } word ? Code<CutDimension>("pivot", word) : null;
        if (pivot is { } column && !by.Contains(column))
            by.Add(column);
        var measures = Many("measure").Select(value => Code<CutMeasure>("measure", value)).Distinct().ToList();
        var asked = measures.Count > 0 ? measures[0] : CutMeasure.Complaints;
        if (measures.Count == 0)
            measures = [CutMeasure.Complaints, CutMeasure.Incidents];
        // A change says nothing without what has changed.
        if (
            measures.TrueForAll(measure => CutQuestion.IsChange(measure) || measure == CutMeasure.Share)
            && measures.Exists(CutQuestion.IsChange)
        )
            measures.Insert(0, CutMeasure.Complaints);
        var rows = Has("rows");
        if (rows && by.Count > 0)
            throw CutErrors.Clash("rows_and_by");
        if (by.Count == 0 && (Has("sort") || Has("at-least") || Has("top") && !rows))
            throw CutErrors.Clash("by_missing");
        if (by.Count == 0 && measures.Contains(CutMeasure.Share))
            throw CutErrors.Clash("refused_share_of");
        if (CutReader.Places(by) > CutReader.MostPlaces)
            throw CutErrors.Clash("by_too_many", ("most", CutReader.MostPlaces));
        var times = by.Intersect(Periods).ToList();
        if (
            (times.Count > 1 || times.Contains(CutDimension.Day))
            && measures.Find(CutQuestion.IsChange) is var change and not CutMeasure.Complaints
        )
            throw CutErrors.Clash("change_by_time", ("measure", Word(change)), ("by", string.Join('、', times.Select(Word))));
        if (pivot is not null && (asked == CutMeasure.Share || CutQuestion.IsChange(asked)))
            throw CutErrors.Clash("pivot_measure", ("measure", Word(asked)));
        return new CutQuestion(
            filter,
            period,
            by,
            pivot,
            measures,
            One("top") is { } top ? Whole("top", top, 1, MostTop) : null,
            One("at-least") is { } least ? Whole("at-least", least, 1, MostTop) : null,
            One("sort") is { } sort ? Order(sort, by, measures)
                : Has("top") && asked != measures[0] ? new CutOrder(Snake.Code(asked), IsDescending: true)
                : null,
            rows
        );
    }

    /// <summary>Of several values says which: one that looks like a name is not repeated.</summary>
    private OperatorException Unknown(string option, string value, IReadOnlyCollection<string> known) =>
        CutErrors.Unknown(option, value, known, Many(option).TakeWhile(other => other != value).Count() + 1, Many(option).Count());

    /// <summary>As sentences call it.</summary>
    private string Word<T>(T code)
        where T : struct, Enum => context.Grammar.WordOf(Kind<T>(), Snake.Code(code));

    private static string Kind<T>() => typeof(T) == typeof(CutMeasure) ? "measure" : "by";

    private (Period?, DaySpan) Days()
    {
        var (from, to) = (One("from"), One("to"));
        if (One("period") is { } name)
        {
            if (from is not null || to is not null)
                throw CutErrors.Clash("period_and_days");
            var found = Period(name) ?? throw CutErrors.Wrong("period", name, "2025-W17 | 2025-04 | 2025-Q2 | 2025");
            return (found.Named, found.Days);
        }
        var first = from is null ? context.Data.First : Day("from", from);
        var last = to is null ? Later(context.Data.Last, first) : Day("to", to);
        return last < first
            ? throw CutErrors.Clash("days_backwards", ("from", from), ("to", to))
            : (null, new DaySpan(first, last.AddDays(1)));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private CutPeriod? Period(string text)
    {
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            if (Calendar.Period.Parse(kind, text, context.Calendar.WeekStart, context.Calendar.MonthRule) is { } period)
                return new CutPeriod(period, new DaySpan(period.From, period.Until));
        }
        var halved = CutGrammar.Halved(text);
        return context
            .Grammar.Of("period")
            .Select(word => (Word: word, Match: word.Pattern.Match(halved)))
            .Where(pair => pair.Match.Success && pair.Match.Length == halved.Length)
            .Select(pair => context.Periods.Read(pair.Word, pair.Match, null))
            .FirstOrDefault();
    }

    private static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1990 and <= 2200
            ? day
            : throw CutErrors.Wrong(option, text, "2025-04-21");

    private string Found(string option, string value, IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(value, out var name) ? name : throw Unknown(option, value, [.. names.Keys]);

    /// <summary>Values of which only the data know which there are.</summary>
    private List<string> Known(string option, Func<IReadOnlyList<string>> ask)
    {
        var values = Many(option).Distinct().ToList();
        if (values.Count == 0)
            return values;
        var known = ask();
        return values.Find(value => !known.Contains(value)) is { } unknown ? throw Unknown(option, unknown, [.. known]) : values;
    }

    private List<string> OrderTypes()
    {
        var types = Many("order-type").Distinct().ToList();
        if (types.Count == 0)
            return types;
        var known = context.Reader.OrderTypes();
        return types.Find(type => !known.Contains(type)) is { } unknown
            ? throw CutErrors.Clash("order_type_unknown", ("type", CutErrors.Shown(unknown)), ("known", CutErrors.First(known)))
            : types;
    }

    private List<string> HotIssues()
    {
        var ids = Many("hot-issue").Distinct().ToList();
        return ids.Except(ids.Count == 0 ? [] : context.Reader.KnownHotIssues(ids)).FirstOrDefault() is { } unknown
            ? throw CutErrors.Clash("hot_issue_unknown", ("id", CutErrors.Shown(unknown)))
            : ids;
    }

    private string Stream(string value) =>
        Enum.GetValues<OrderStream>()
            .Select(Snake.Code)
            .FirstOrDefault(code => string.Equals(code, value, StringComparison.OrdinalIgnoreCase))
        ?? context.Grammar.Meaning("stream", value)
        ?? throw Unknown("stream", value, [.. Enum.GetValues<OrderStream>().Select(Snake.Code), .. context.Grammar.Plain("stream")]);

    private static HourSpan Hours(string value) =>
        HoursPattern().Match(value) is { Success: true } match
        && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is <= 23 and var start
        && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is <= 24 and var end
        && start != end
            ? new HourSpan(start, end == 0 ? 24 : end)
            : throw CutErrors.Wrong("hours", value, "22-6 (0–23, 0–24)");

    private static IEnumerable<int> Weekdays(string value)
    {
        if (WeekdayPattern().Match(value) is not { Success: true } match)
            throw CutErrors.Wrong("weekday", value, "1–7 (1 = 周一), 1-5");
        static int Of(string text) => text is "日" or "天" ? 7 : CutGrammar.Number(text);
        var first = Of(match.Groups[1].Value);
        var last = match.Groups[2].Success ? Of(match.Groups[2].Value) : first;
        return Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(i => (first - 1 + i) % 7 + 1);
    }

    private DayKind Kind(string value)
    {
        var code = context.Grammar.Meaning("day_kind", value) ?? value;
        foreach (var kind in Enum.GetValues<DayKind>())
        {
            if (Snake.Code(kind) == code)
                return kind;
        }
        throw Unknown("day-kind", value, [.. Enum.GetValues<DayKind>().Select(Snake.Code)]);
    }

    private static Circle Near(string value)
    {
        var parts = value
            .Split(',', '，')
            .Select(part =>
                double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? number
                    : double.NaN
            )
            .ToArray();
        return parts is [>= -180 and <= 180, >= -85 and <= 85, > 0 and <= MostDistance]
            ? new Circle(parts[0], parts[1], parts[2])
            : throw CutErrors.Wrong("near", value, "116.46,39.92,500 (WGS-84)");
    }

    private IEnumerable<string> Texts(string option)
    {
        foreach (var value in terms.Where(term => term.Option == option).Select(term => term.Value.Trim()))
        {
            if (value.Length is 0 or > LongestText || value.Any(char.IsControl))
                throw CutErrors.Wrong(option, value, $"1–{LongestText}");
            if (Masking.Mask(value) != value && !context.Lists.Places.Contains(value) && !context.Lists.AllPlaces.Contains(value))
                throw CutErrors.Clash("personal", ("option", option));
            yield return value;
        }
    }

    private CutOrder Order(string value, IReadOnlyList<CutDimension> by, IReadOnlyList<CutMeasure> measures)
    {
        var (word, direction) = value.Split(':') is [var left, var right] ? (left, right) : (value, null);
        var known = CutColumns.Dimensions(by).Select(Snake.Code).Concat(measures.Select(Snake.Code)).ToList();
        var code = known.Contains(word) ? word : context.Grammar.Meaning("measure", word) ?? context.Grammar.Meaning("by", word) ?? word;
        if (!known.Contains(code))
            throw Unknown("sort", word, known);
        return direction switch
        {
            null => new CutOrder(code, measures.Any(measure => Snake.Code(measure) == code)),
            "asc" or "desc" => new CutOrder(code, direction == "desc"),
            _ => throw CutErrors.Wrong("sort", value, $"{code}:asc | {code}:desc"),
        };
    }

    /// <summary>By its code, or by the word that sentences have for it.</summary>
    private T Code<T>(string option, string value)
        where T : struct, Enum
    {
        var kind = Kind<T>();
        var codes = Enum.GetValues<T>().ToDictionary(Snake.Code);
        return
            codes.TryGetValue(value.Replace('-', '_'), out var found)
            || codes.TryGetValue(context.Grammar.Meaning(kind, value) ?? "", out found)
            ? found
            : throw Unknown(option, value, codes.Keys);
    }

    private static int Whole(string option, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw CutErrors.Wrong(option, value, $"{least}–{most}");

    private bool Has(string option) => terms.Any(term => term.Option == option);

    private string? One(string option) => terms.LastOrDefault(term => term.Option == option)?.Value.Trim();

    private IEnumerable<string> Many(string option) =>
        terms
            .Where(term => term.Option == option)
            .SelectMany(term => term.Value.Split(',', '，', '、'))
            .Select(value => value.Trim())
            .Select(value => value.Length > 0 ? value : throw CutErrors.Wrong(option, "", "…"));

    [GeneratedRegex(@"^([0-9]{1,2})\s*[-–—~]\s*([0-9]{1,2})$")]
    private static partial Regex HoursPattern();

    [GeneratedRegex("^(?:周|星期)?([1-7一二三四五六日天])(?:[-–—~](?:周|星期)?([1-7一二三四五六日天]))?$")]
    private static partial Regex WeekdayPattern();
}
