using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Texts;

namespace Hotspot.Reports.Cuts;

/// <summary>A cut in words: what was filtered, and names and values as people read them.</summary>
/// <param name="weekStart">First day of the office's week; with <paramref name="monthRule"/> it says which days a period has.</param>
public sealed class CutWords(Phrasebook phrases, DayOfWeek weekStart, MonthRule monthRule)
{
    private const int LongestTitle = 30;

    private readonly Dates _dates = new(phrases);
    private readonly Draft _draft = new(phrases);

    public Phrasebook Phrases => phrases;

    /// <summary>Each thing asked for with its title: 时间, 区, 问题类型, 分组 ….</summary>
    public IReadOnlyList<(string Title, string Text)> Lines(CutAnswer answer)
    {
        var question = answer.Question;
        var filter = question.Filter;
        var lines = new List<(string Title, string Text)> { (phrases["cut.filter.days"], Days(question)) };
        void Add(string key, IEnumerable<string> values)
        {
            if (string.Join(phrases["separator.enumeration"], values) is { Length: > 0 } text)
                lines.Add((phrases[$"cut.filter.{key}"], text));
        }
        Add("stream", filter.Streams.Select(code => phrases[$"cut.stream.{code}"]));
        Add("order_type", filter.OrderTypes);
        Add("district", filter.Districts);
        Add("street", filter.Streets.Select(Joined));
        Add("community", filter.Communities.Select(Joined));
        Add("issue", filter.Issues);
        Add("hot_issue", filter.HotIssues);
        Add("category", filter.Categories);
        Add("hours", filter.Hours is { } hours ? Hours(hours) : []);
        Add("weekday", filter.Weekdays.Select(day => phrases[string.Create(CultureInfo.InvariantCulture, $"weekday.{day}")]));
        Add("day_kind", filter.DayKinds.Select(kind => phrases[$"day_kind.{Snake.Code(kind)}"]));
        Add("place", filter.Places.Select(Quoted));
        Add("near", filter.Near is { } near ? [Near(near)] : []);
        Add("within", filter.Within is { } polygon ? [phrases.Say("cut.within", ("file", polygon.Name))] : []);
        Add("keyword", filter.Keywords.Select(Quoted));
        Add("status", filter.Statuses);
        Add("repeat", filter.RepeatOnly ? [phrases["cut.repeat_only"]] : []);
        Add("except", [.. filter.Except.Districts, .. filter.Except.Streets.Select(Joined), .. filter.Except.Issues]);
        Add("by", question.By.Select(Name));
        Add(
            "at_least",
            question.Least is { } least ? [phrases.Say("cut.at_least", ("least", least), ("unit", Unit(question.Counted)))] : []
        );
        Add("order", Order(question) is { } order ? [order] : []);
        return lines;
    }

    /// <summary>The same in one line.</summary>
    public string Line(CutAnswer answer) =>
        string.Join(
            phrases["separator.clause"],
            Lines(answer).Select(line => phrases.Say("cut.filter.line", ("title", line.Title), ("text", line.Text)))
        );

    /// <summary>By what groups are ranked and how many are told; null: neither is asked for.</summary>
    private string? Order(CutQuestion question)
    {
        if (question.IsRows)
            return phrases.Say(question.Top is null ? "cut.order.rows" : "cut.order.first_rows", ("top", question.Top));
        if (question.Order is null && question.Top is null)
            return null;
        var (code, isDescending) = question.Order ?? new CutOrder(Snake.Code(question.Measures[0]), IsDescending: true);
        var order = CutSorting.Measure(code) switch
        {
            null => phrases.Say("cut.order.dimension", ("name", phrases[$"cut.by.{code}"])),
            { } measure when CutQuestion.IsChange(measure) => phrases.Say(
                isDescending ? "cut.order.rise" : "cut.order.fall",
                ("name", phrases[$"cut.measure.{code}"]),
                ("unit", Unit(question.Counted))
            ),
            _ => phrases.Say(isDescending ? "cut.order.most" : "cut.order.least", ("measure", phrases[$"cut.measure.{code}"])),
        };
        return question.Top is { } top ? phrases.Say("cut.order.top", ("order", order), ("top", top)) : order;
    }

    public string Measure(CutMeasure measure) => phrases[$"cut.measure.{Snake.Code(measure)}"];

    /// <summary>件, 起, 人.</summary>
    public string Unit(CutMeasure counted) =>
        phrases[
            counted switch
            {
                CutMeasure.Incidents => "unit.incidents",
                CutMeasure.Callers => "unit.people",
                _ => "unit.items",
            }
        ];

    public string Name(CutDimension dimension) => phrases[$"cut.by.{Snake.Code(dimension)}"];

    public string Through(DateOnly? day) =>
        phrases.Say("head.through", ("day", day is { } known ? _dates.Day(known) : phrases["outputs.cell.none"]));

    /// <summary>What people read for the value of a group; an hour stays a number, a day a date.</summary>
    public object Value(CutGroup group, CutDimension dimension) =>
        group[dimension] switch
        {
            null => phrases["cut.blank"],
            long weekday when dimension == CutDimension.Weekday => phrases[
                string.Create(CultureInfo.InvariantCulture, $"weekday.{weekday}")
            ],
            string name when CutKey.KindOf(dimension) is { } kind && Period.Parse(kind, name, weekStart, monthRule) is { } period =>
                _dates.Period(period),
            string id when dimension == CutDimension.HotIssue && group.HotIssueTitle is { } title => phrases.Say(
                "cut.hot_issue",
                ("title", Excerpt.Of(title, LongestTitle)),
                ("id", id)
            ),
            string code when dimension == CutDimension.DayKind => phrases[$"day_kind.{code}"],
            string code when dimension == CutDimension.Stream => phrases[$"cut.stream.{code}"],
            var value => value,
        };

    /// <summary>The same as text, for the labels of charts and the heads of columns.</summary>
    /// <param name="days">Of the cut: where they lie in two years, a day says its own.</param>
    public string Label(CutGroup group, CutDimension dimension, DaySpan days) =>
        Value(group, dimension) switch
        {
            long hour => phrases.Say("cut.hour", ("hour", hour)),
            DateOnly day => days.From.Year == days.LastDay.Year ? _dates.MonthDay(day) : _dates.Day(day),
            var text => (string)text,
        };

    public string Label(CutGroup group, IReadOnlyList<CutDimension> dimensions, DaySpan days) =>
        string.Join(phrases["separator.dot"], dimensions.Select(dimension => Label(group, dimension, days)));

    /// <summary>A change as a cell: a ratio, or words where there is no percentage; null where there is nothing to compare with.</summary>
    public object? Change(CutGroup group, CutMeasure change, CutMeasure counted) =>
        _draft.Cell(new Change(group.Count(counted), change == CutMeasure.Change ? group.Previous : group.YearBefore), Unit(counted));

    /// <summary>For an axis, where many stand side by side: 17周, 4月; of one cut short with the days that it has.</summary>
    public string OnAxis(CutGroup group, CutDimension dimension, CutAnswer answer)
    {
        var label = Short(group, dimension, answer.Days);
        return Clipped(answer).Find(one => one.Period.Name == group[dimension] as string) is { Period: not null } clipped
            ? phrases.Say("cut.clipped", ("period", label), ("days", clipped.Days))
            : label;
    }

    private string Short(CutGroup group, CutDimension dimension, DaySpan days) =>
        group[dimension] is string name && dimension is CutDimension.Week or CutDimension.Month
            ? phrases.Say(
                dimension == CutDimension.Week ? "date.week_short" : "date.month_short",
                ("number", name[(dimension == CutDimension.Week ? 6 : 5)..].TrimStart('0'))
            )
            : Label(group, dimension, days);

    public string Days(CutQuestion question)
    {
        var days = question.Filter.Days;
        var span = phrases.Say("date.span", ("from", _dates.Day(days.From)), ("last", _dates.Day(days.LastDay)));
        return question.Period is { } period ? phrases.Say("head.period", ("name", _dates.Period(period)), ("span", span)) : span;
    }

    public string Span(DaySpan days) => phrases.Say("date.span", ("from", _dates.Day(days.From)), ("last", _dates.Day(days.LastDay)));

    /// <summary>Hours over midnight are those of each day: of one day its first hours and its last, not the night that begins with it.</summary>
    private IEnumerable<string> Hours(HourSpan hours) =>
        hours.Start < hours.End ? [_dates.Hours(hours.Start, hours.End)] : [_dates.Hours(0, hours.End), _dates.Hours(hours.Start, 24)];

    private static string Joined(string key) => key.Replace("/", "", StringComparison.Ordinal);

    private string Quoted(string text) => phrases.Say("cut.quoted", ("text", text));

    private string Near(Circle circle) =>
        phrases.Say("cut.near", ("longitude", circle.Longitude), ("latitude", circle.Latitude), ("metres", circle.Metres));

    /// <summary>What must be known to read the numbers, one sentence each.</summary>
    public IReadOnlyList<string> Notes(CutAnswer answer)
    {
        var (question, totals) = (answer.Question, answer.Totals);
        var notes = new List<string> { phrases[question.Filter.RepeatOnly ? "cut.note.counts_repeats" : "cut.note.counts"] };
        if (answer.Days.Days == 0)
            notes.Add(phrases.Say("cut.note.no_days", ("data", Data(answer))));
        else if (answer.Days.Days < question.Filter.Days.Days)
            notes.Add(phrases.Say("cut.note.cut_off", ("data", Data(answer)), ("days", answer.Days.Days)));
        if (totals.WithoutHour > 0)
            notes.Add(phrases.Say("cut.note.without_hour", ("count", totals.WithoutHour)));
        if (totals.Callers is not null)
            notes.Add(phrases.Say("cut.note.callers", ("count", totals.WithoutCaller)));
        foreach (
            var (measure, with) in ((CutMeasure, DaySpan?)[])
                [(CutMeasure.Change, answer.Previous), (CutMeasure.YearChange, answer.YearBefore)]
        )
        {
            if (question.Measures.Contains(measure))
                notes.Add(Compared(question, Snake.Code(measure), with));
        }
        if (answer.Festival is var (now, then) && now != then)
            notes.Add(phrases.Say("cut.note.festival", ("now", now), ("then", then)));
        var twins =
            question.Filter.Districts.Count > 0
                ? []
                : question
                    .Filter.Streets.GroupBy(key => key.Split('/')[^1])
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key)
                    .ToList();
        if (twins.Count > 0)
            notes.Add(phrases.Say("cut.note.twins", ("streets", string.Join(phrases["separator.enumeration"], twins))));
        if (Clipped(answer) is { Count: > 0 } clipped)
            notes.Add(
                phrases.Say(
                    "cut.note.clipped",
                    (
                        "periods",
                        string.Join(
                            phrases["separator.enumeration"],
                            clipped.Select(one => phrases.Say("cut.clipped", ("period", _dates.Period(one.Period)), ("days", one.Days)))
                        )
                    )
                )
            );
        if (question.By.Contains(CutDimension.HotIssue))
            notes.Add(phrases["cut.note.hot_issue"]);
        if (answer.ListedInAll > answer.Listed.Count)
            notes.Add(phrases.Say("cut.note.top", ("all", answer.ListedInAll), ("shown", answer.Listed.Count)));
        if (answer.Unranked > 0)
            notes.Add(
                phrases.Say(
                    "cut.note.unranked",
                    ("count", answer.Unranked),
                    ("by", string.Join(phrases["separator.enumeration"], question.RowsBy.Select(Name)))
                )
            );
        return notes;
    }

    /// <summary>From when to when there are data.</summary>
    private string Data(CutAnswer answer) =>
        answer is { DataFrom: { } first, DataThrough: { } last }
            ? phrases.Say("cut.data", ("span", Span(new DaySpan(first, last.AddDays(1)))))
            : Through(answer.DataThrough);

    private string Compared(CutQuestion question, string measure, DaySpan? with)
    {
        var unit = Unit(question.Counted);
        return with is { } days ? phrases.Say($"cut.note.{measure}", ("span", Span(days)), ("unit", unit))
            : question.ComparedEach is { } each ? phrases.Say($"cut.note.{measure}_each", ("by", Name(each)), ("unit", unit))
            : phrases.Say("cut.note.incomparable", ("name", phrases[$"cut.measure.{measure}"]));
    }

    /// <summary>Weeks, months and quarters of a grouping of which the answer holds only some days, with how many.</summary>
    private List<(Period Period, int Days)> Clipped(CutAnswer answer) =>
        [
            .. answer
                .Question.By.Select(CutKey.KindOf)
                .OfType<PeriodKind>()
                .SelectMany(kind =>
                    ((DateOnly[])[answer.Days.From, answer.Days.LastDay]).Select(day => Period.Holding(kind, day, weekStart, monthRule))
                )
                .DistinctBy(period => period.Name)
                .Select(period => (period, DaysOf(period, answer.Days)))
                .Where(one => answer.Days.Days > 0 && one.Item2 < one.period.Days),
        ];

    private static int DaysOf(Period period, DaySpan days) =>
        (days.Until < period.Until ? days.Until : period.Until).DayNumber - (days.From > period.From ? days.From : period.From).DayNumber;
}
