using Hotspot.Calendar;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>
/// Is an hour's peak new in this period? Permutation of whole days of one kind between the period and the eight weeks before
/// (METHODS a2, past_8_weeks). Two statistics by day, each over its sd over all days: r = N_dh/N_d − π_h guards against a rising volume,
/// r' = (N_dh − π_h·N_d)/√N_d against a falling one; T = mean now − mean before. p of an hour = the larger of the two ranks among the
/// permutations' maxima over the hours (Westfall and Young 1993), so it is family-wise over hours.
/// </summary>
internal static class NewPeak
{
    public const int LeastNow = 2;
    public const int LeastBefore = 16;

    /// <summary>Days of a period that the eight weeks before may be compared with: of a longer one another season would be news.</summary>
    public const int LongestPeriod = 45;

    /// <summary>Days that can be compared: those of day kinds that both sides have.</summary>
    public static (DayHours[] Now, DayHours[] Before) Comparable(TestDays days)
    {
        var now = days.Period.Select(day => day.Kind).ToHashSet();
        var before = days.Before.Select(day => day.Kind).ToHashSet();
        return ([.. days.Period.Where(day => before.Contains(day.Kind))], [.. days.Before.Where(day => now.Contains(day.Kind))]);
    }

    /// <returns>p of each hour.</returns>
    public static double[] Test(DayHours[] now, DayHours[] before, int replicas, ulong seed)
    {
        DayHours[] days = [.. now, .. before];
        var scores = Scores(days);
        var groups = days.Select((day, i) => (day.Kind, Index: i, Now: i < now.Length))
            .GroupBy(day => day.Kind)
            .OrderBy(group => group.Key)
            .Select(group => (Members: group.Select(day => day.Index).ToArray(), Drawn: group.Count(day => day.Now)))
            .ToArray();

        var total = new double[48];
        foreach (var score in scores)
            Add(total, score);
        // mean now − mean before = sum now · (1/n + 1/m) − total/m.
        var slope = 1.0 / now.Length + 1.0 / before.Length;
        var sum = new double[48];
        for (var i = 0; i < now.Length; i++)
            Add(sum, scores[i]);
        var observed = new double[48];
        for (var k = 0; k < 48; k++)
            observed[k] = sum[k] * slope - total[k] / before.Length;

        var atLeast = new int[48];
        var random = new Draws(seed);
        for (var replica = 0; replica < replicas; replica++)
        {
            Array.Clear(sum);
            foreach (var (members, drawn) in groups)
            {
                for (var i = 0; i < drawn; i++)
                {
                    var j = i + random.Below(members.Length - i);
                    (members[i], members[j]) = (members[j], members[i]);
                    Add(sum, scores[members[i]]);
                }
            }
            var (best, bestRoot) = (double.NegativeInfinity, double.NegativeInfinity);
            for (var h = 0; h < 24; h++)
            {
                best = Math.Max(best, sum[h] * slope - total[h] / before.Length);
                bestRoot = Math.Max(bestRoot, sum[h + 24] * slope - total[h + 24] / before.Length);
            }
            for (var h = 0; h < 24; h++)
            {
                if (best >= observed[h] - 1e-9 * Math.Abs(observed[h]) - 1e-12)
                    atLeast[h]++;
                if (bestRoot >= observed[h + 24] - 1e-9 * Math.Abs(observed[h + 24]) - 1e-12)
                    atLeast[h + 24]++;
            }
        }
        return [.. Enumerable.Range(0, 24).Select(h => (1.0 + Math.Max(atLeast[h], atLeast[h + 24])) / (replicas + 1))];
    }

    /// <summary>By day: 24 values of r, then 24 of r', each divided by its sd over the days (an hour that never varies scores 0).</summary>
    private static double[][] Scores(DayHours[] days)
    {
        var sums = TestDays.Sum(days);
        var all = (double)Math.Max(1, sums.Sum());
        var scores = days.Select(day =>
            {
                var score = new double[48];
                double count = day.Incidents.Sum();
                for (var h = 0; count > 0 && h < 24; h++)
                {
                    var excess = day.Incidents[h] - sums[h] / all * count;
                    score[h] = excess / count;
                    score[h + 24] = excess / Math.Sqrt(count);
                }
                return score;
            })
            .ToArray();
        for (var k = 0; k < 48; k++)
        {
            var mean = scores.Average(score => score[k]);
            var sd = Math.Sqrt(scores.Sum(score => (score[k] - mean) * (score[k] - mean)) / (days.Length - 1));
            foreach (var score in scores)
                score[k] = sd > 1e-12 ? score[k] / sd : 0;
        }
        return scores;
    }

    private static void Add(double[] sum, double[] score)
    {
        for (var k = 0; k < 48; k++)
            sum[k] += score[k];
    }
}
