using System.Globalization;
using Hotspot.Calendar;

namespace Hotspot.Grouping.Cuts;

/// <summary>How weeks and months are cut.</summary>
public sealed record CutCalendar(DayOfWeek WeekStart, MonthRule MonthRule)
{
    /// <summary>Tells the weeks that are compared by the Spring Festival.</summary>
    public WorkCalendar Work { get; init; } = WorkCalendar.None;

    /// <summary>0 = Monday.</summary>
    public int WeekStartDay => ((int)WeekStart + 6) % 7;

    /// <summary>Assessment months begin so many days into the month before the one that names them.</summary>
    public int MonthDays => MonthRule == MonthRule.Assessment ? 18 : 0;
}

/// <summary>The values of a group as <c>groups.sql</c> writes them, and what they mean.</summary>
internal sealed class CutKey(IReadOnlyList<CutDimension> by, CutCalendar calendar)
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public IReadOnlyList<string> Places { get; } = PlacesOf(by);

    /// <summary>What <c>groups.sql</c> calls the values, in order: of a category there are two.</summary>
    public static IReadOnlyList<string> PlacesOf(IReadOnlyList<CutDimension> by) =>
        [
            .. CutColumns
                .Dimensions(by)
                .Where(dimension => !ByPlace(by, dimension))
                .SelectMany(dimension =>
                    dimension == CutDimension.Category ? ["category", "sub_category"] : (string[])[Records.Snake.Code(dimension)]
                ),
        ];

    /// <summary>The value of a place names its district and street, also where there is no point.</summary>
    private static bool ByPlace(IReadOnlyList<CutDimension> by, CutDimension dimension) =>
        by.Contains(CutDimension.Place)
        && dimension is CutDimension.District or CutDimension.Street
        && !by.Contains(CutDimension.Community);

    /// <summary>A group without measures.</summary>
    public CutGroup Group(IReadOnlyList<string?> values)
    {
        string? Of(string place) => Index(place) is >= 0 and var at ? values[at] : null;
        var place = Of("place")?.Split('/', 3);
        string? Part(int at) => place is { Length: 3 } && place[at].Length > 0 ? place[at] : null;
        return new CutGroup
        {
            Hour = Number(Of("hour")),
            Weekday = Number(Of("weekday")),
            Day = Day(Of("day")),
            Week = Day(Of("week")) is { } monday ? NameOf(PeriodKind.Weekly, monday) : null,
            Month = Number(Of("month")) is { } month ? Period.OfMonth(month / 12, month % 12 + 1, calendar.MonthRule).Name : null,
            Quarter = Number(Of("quarter")) is { } quarter ? Period.OfQuarter(quarter / 4, quarter % 4 + 1, calendar.MonthRule).Name : null,
            DayKind = Of("day_kind"),
            District = Of("district") ?? Part(0),
            Street = Of("street") ?? Part(1),
            Community = Of("community"),
            Place = Part(2),
            Issue = Of("issue"),
            HotIssue = Of("hot_issue"),
            Category = Of("sub_category") is { } sub ? $"{Of("category")}->{sub}" : Of("category"),
            Organisation = Of("organisation"),
            SpokenOrganisation = Of("spoken_organisation"),
            Stream = Of("stream"),
            OrderType = Of("order_type"),
            Status = Of("status"),
        };
    }

    /// <summary>What kind of period the values of a dimension are; null: none.</summary>
    public static PeriodKind? KindOf(CutDimension dimension) =>
        dimension switch
        {
            CutDimension.Week => PeriodKind.Weekly,
            CutDimension.Month => PeriodKind.Monthly,
            CutDimension.Quarter => PeriodKind.Quarterly,
            _ => null,
        };

    private int Index(string place)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i] == place)
                return i;
        }
        return -1;
    }

    private string NameOf(PeriodKind kind, DateOnly day) => Period.Holding(kind, day, calendar.WeekStart, calendar.MonthRule).Name;

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => Number(text) is { } days ? Epoch.AddDays(days) : null;
}
