using Hotspot.Grouping;

namespace Hotspot.Callback;

/// <summary>Orders of a cohort in the order of a systematic draw.</summary>
public static class CallFrame
{
    /// <summary>
    /// By district and street, issue, weekday of the closing, number; issues run backwards in every second street and weekdays in every second issue
    /// (hierarchic serpentine sorting, Williams and Chromy 1980), so that neighbours across a border are alike and issues and weekdays come out evenly over the city too.
    /// </summary>
    public static IReadOnlyList<CohortOrder> Sort(IEnumerable<CohortOrder> orders)
    {
        var sorted = new List<CohortOrder>();
        var (streets, cells) = (0, 0);
        foreach (var street in Groups(orders, order => (order.District ?? "") + "/" + (order.Street ?? ""), backwards: false))
        {
            foreach (var issue in Groups(street, order => order.Issue, backwards: streets % 2 == 1))
            {
                foreach (var day in Groups(issue, order => $"{((int)order.ClosedOn.DayOfWeek + 6) % 7}", backwards: cells % 2 == 1))
                    sorted.AddRange(day.OrderBy(order => order.ComplaintId, StringComparer.Ordinal));
                cells++;
            }
            streets++;
        }
        return sorted;
    }

    private static IEnumerable<IEnumerable<CohortOrder>> Groups(
        IEnumerable<CohortOrder> orders,
        Func<CohortOrder, string> key,
        bool backwards
    )
    {
        var groups = orders.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        return backwards ? groups.Reverse() : groups;
    }
}
