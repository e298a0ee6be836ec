namespace Hotspot.Hotspots.Forecasting;

/// <summary>One point in time that the next week of a group is forecast from: nothing that became known later is in it.</summary>
/// <param name="Weeks">Known weeks; the next one is forecast.</param>
/// <param name="Members">Numbers of the series in the group.</param>
/// <param name="Counts">Of each member by known week.</param>
/// <param name="Content">Of the known weeks and of the next (<see cref="WeekContent"/>).</param>
/// <param name="Rows">Rows of the members as of each number of known weeks up to now; null: too few weeks.</param>
internal sealed record Origin(int Weeks, int[] Members, int[][] Counts, double[] Content, Func<int, WeekRows?> Rows)
{
    /// <summary>A fit of a few terms or trees asks for no more.</summary>
    private const int MostLearned = 5_000;

    private List<LearnedRow>? _learned;

    /// <summary>Rows whose outcome is known by now, for all models the same; thinned evenly to about five thousand. For one thread.</summary>
    public IReadOnlyList<LearnedRow> Learned => _learned ??= Learn();

    private List<LearnedRow> Learn()
    {
        var at = Members.Select((member, i) => (member, i)).ToDictionary(pair => pair.member, pair => pair.i);
        var past = new List<LearnedRow>();
        for (var weeks = Math.Max(WeekPanel.LeastWeeks, Weeks - WeekPanel.MostTargets); weeks < Weeks; weeks++)
        {
            if (Rows(weeks) is not { } rows)
                continue;
            for (var row = 0; row < rows.Members.Length; row++)
            {
                if (at.TryGetValue(rows.Members[row], out var member) && rows.Level[row] > 0)
                    past.Add(new LearnedRow(rows.Signs[row], rows.Level[row] * Content[weeks], Counts[member][weeks]));
            }
        }
        if (past.Count <= MostLearned)
            return past;
        var every = (past.Count + MostLearned - 1) / MostLearned;
        // Numbers scrambled by a product that overflows: the kept rows are spread over series and weeks.
        return [.. past.Where((_, i) => (ulong)i * 0x9E3779B97F4A7C15UL % (ulong)every == 0)];
    }
}

/// <param name="Expected">In the long run, for the days of the week that followed.</param>
internal readonly record struct LearnedRow(double[] Signs, double Expected, int Cases);
