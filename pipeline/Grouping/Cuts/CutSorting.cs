using Hotspot.Records;

namespace Hotspot.Grouping.Cuts;

/// <summary>
/// The order of the groups. Asked for: by one measure or dimension. With a top: by the first measure, largest first. Else dimension by dimension: times in their
/// order, names by their sum of the first measure. Ranked by a measure, what has no name comes last. Ties and blanks: by name, blanks last; so the order is total.
/// A change ranks by how many more there are, not by the percentage, which small bases lack.
/// </summary>
public static class CutSorting
{
    private static readonly string[] DayKinds = ["workday", "weekend", "holiday"];

    public static IReadOnlyList<CutGroup> Order(IReadOnlyList<CutGroup> groups, CutQuestion question)
    {
        var dimensions = CutColumns.Dimensions(question.By);
        var first = question.Measures[0];
        if (question.Order is { } order)
            return Sorted(groups, order, dimensions, question);
        if (question.Top is not null)
            return Sorted(groups, new CutOrder(Snake.Code(first), IsDescending: true), dimensions, question);
        IOrderedEnumerable<CutGroup> sorted = groups.OrderBy(_ => 0);
        foreach (var dimension in dimensions)
        {
            if (IsTime(dimension))
            {
                sorted = sorted.ThenBy(group => Natural(group, dimension), Names);
                continue;
            }
            // A street is one of its district: others may have its name.
            var whole = CutColumns.Dimensions([dimension]);
            var sums = groups
                .GroupBy(group => group.Only(whole))
                .ToDictionary(same => same.Key, same => same.Sum(group => Additive(group, first)));
            sorted = sorted
                .ThenBy(group => group[dimension] is null)
                .ThenByDescending(group => sums[group.Only(whole)])
                .ThenBy(group => group[dimension] as string, StringComparer.Ordinal);
        }
        return [.. sorted];
    }

    public static bool IsTime(CutDimension dimension) => dimension <= CutDimension.DayKind;

    /// <summary>Times in the order of time, blanks last; comparable among values of one dimension.</summary>
    public static (bool IsBlank, long At, string Name) Natural(CutGroup group, CutDimension dimension) =>
        group[dimension] switch
        {
            null => (true, 0, ""),
            long number => (false, number, ""),
            DateOnly day => (false, day.DayNumber, ""),
            string code when dimension == CutDimension.DayKind => (false, Array.IndexOf(DayKinds, code), code),
            var name => (false, 0, (string)name),
        };

    // Shares and changes of parts do not add up: their complaints do.
    private static double Additive(CutGroup group, CutMeasure measure) =>
        measure is CutMeasure.Incidents or CutMeasure.Callers ? group[measure] ?? 0 : group.Complaints;

    private static List<CutGroup> Sorted(
        IReadOnlyList<CutGroup> groups,
        CutOrder order,
        IReadOnlyList<CutDimension> dimensions,
        CutQuestion question
    )
    {
        var sign = order.IsDescending ? -1 : 1;
        IOrderedEnumerable<CutGroup> sorted;
        if (Measure(order.Code) is { } measure)
            sorted = groups
                .OrderBy(group => !CutColumns.IsNamed(group, question.By))
                .ThenBy(group => Rank(group, measure, question.Counted) is null)
                .ThenBy(group => sign * (Rank(group, measure, question.Counted) ?? 0));
        else
        {
            var dimension = dimensions.First(one => Snake.Code(one) == order.Code);
            var ascending = groups.OrderBy(group => group[dimension] is null);
            sorted = order.IsDescending
                ? ascending.ThenByDescending(group => Natural(group, dimension), Names)
                : ascending.ThenBy(group => Natural(group, dimension), Names);
        }
        foreach (var dimension in dimensions)
            sorted = sorted.ThenBy(group => Natural(group, dimension), Names);
        return [.. sorted];
    }

    /// <summary>What a measure ranks a group by; null: nothing.</summary>
    public static double? Rank(CutGroup group, CutMeasure measure, CutMeasure counted) =>
        measure switch
        {
            CutMeasure.Change => group[counted] - group.Previous,
            CutMeasure.YearChange => group[counted] - group.YearBefore,
            _ => group[measure],
        };

    /// <summary>Null: no measure, but a dimension.</summary>
    public static CutMeasure? Measure(string code)
    {
        foreach (var measure in Enum.GetValues<CutMeasure>())
        {
            if (Snake.Code(measure) == code)
                return measure;
        }
        return null;
    }

    /// <summary>Names by code point: the same on every machine.</summary>
    private static readonly Comparer<(bool IsBlank, long At, string Name)> Names = Comparer<(bool IsBlank, long At, string Name)>.Create(
        (one, other) =>
            one.IsBlank != other.IsBlank ? one.IsBlank.CompareTo(other.IsBlank)
            : one.At != other.At ? one.At.CompareTo(other.At)
            : string.CompareOrdinal(one.Name, other.Name)
    );
}
