namespace Hotspot.Grouping.Cuts;

/// <summary>The groups of a cut with a pivot as a crossed table: its rows and columns with their numbers.</summary>
internal static class Crossing
{
    /// <param name="groups">All of the cut.</param>
    /// <param name="told">Those of them that are told at all.</param>
    public static CutCross Of(
        CutReader reader,
        CutQuestion question,
        CutDimension pivot,
        IReadOnlyList<CutGroup> groups,
        IReadOnlyList<CutGroup> told,
        CutCalendar calendar
    )
    {
        List<CutGroup> Lines(IReadOnlyList<CutDimension> by, IReadOnlyList<CutDimension> kept)
        {
            var callers = question.Measures.Contains(CutMeasure.Callers) ? Tally.CallersOtherwise(reader, by, kept, calendar) : null;
            var lines = told.Select(group => group.Only(kept)).ToHashSet();
            return
            [
                .. groups
                    .GroupBy(group => group.Only(kept))
                    .Where(same => lines.Contains(same.Key))
                    .Select(same => Sum(same.Key, same, question.Counted) with { Callers = callers?.GetValueOrDefault(same.Key) }),
            ];
        }
        var ofPivot = question.Order is { Code: var code } && code == Records.Snake.Code(pivot);
        var rows = CutSorting.Order(
            Lines(question.RowsBy, question.RowColumns),
            question with
            {
                By = question.RowsBy,
                Order = ofPivot ? null : question.Order,
            }
        );
        var columns = CutSorting.Order(
            Lines([pivot], question.PivotColumns),
            question with
            {
                By = [pivot],
                Top = null,
                Order = ofPivot ? question.Order : null,
            }
        );
        return new CutCross(rows, rows.Count, columns);
    }

    /// <summary>The groups of these rows, column by column.</summary>
    public static IReadOnlyList<CutGroup> Groups(CutCross cross, CutQuestion question, IReadOnlyList<CutGroup> groups)
    {
        var ofRow = groups.ToLookup(group => group.Only(question.RowColumns));
        var pivot = question.PivotColumns;
        var at = cross.Columns.Select((column, i) => (Key: column.Only(pivot), At: i)).ToDictionary(one => one.Key, one => one.At);
        return [.. cross.Rows.SelectMany(row => ofRow[row.Only(question.RowColumns)].OrderBy(group => at[group.Only(pivot)]))];
    }

    /// <summary>What one group has, all have: the cut asks for the same of each.</summary>
    private static CutGroup Sum(CutGroup line, IEnumerable<CutGroup> groups, CutMeasure counted)
    {
        var all = groups.ToList();
        long? Whole(Func<CutGroup, long?> of) => of(all[0]) is null ? null : all.Sum(of);
        var sum = line with
        {
            Complaints = all.Sum(group => group.Complaints),
            Incidents = all.Sum(group => group.Incidents),
            Share = all[0].Share is null ? null : all.Sum(group => group.Share),
            Previous = Whole(group => group.Previous),
            YearBefore = Whole(group => group.YearBefore),
        };
        return sum with
        {
            PreviousChange = new Change(sum.Count(counted), sum.Previous).Ratio,
            YearChange = new Change(sum.Count(counted), sum.YearBefore).Ratio,
        };
    }
}
