namespace Hotspot.Hotspots.Forecasting;

/// <summary>How much of what came lay in the cells that were ranked first (Chainey, Tompson and Uhlig 2008; Hunt 2016; Levine 2008).</summary>
/// <param name="Cells">Ranked first.</param>
/// <param name="AllCells">The area that could have been chosen from.</param>
/// <param name="BestHits">Of as many cells chosen in hindsight.</param>
/// <param name="LearnedShare">Of what the ranking was learned from, the share in the same cells.</param>
public sealed record HitRates(int Cells, int AllCells, long Hits, long Incidents, long BestHits, double LearnedShare)
{
    public double HitRate => (double)Hits / Incidents;

    /// <summary>Prediction accuracy index: share of incidents over share of area.</summary>
    public double Pai => HitRate / Cells * AllCells;

    /// <summary>Prediction efficiency index: PAI over that of the best cells in hindsight.</summary>
    public double Pei => (double)Hits / BestHits;

    /// <summary>Recapture rate index: PAI over that of what the ranking was learned from.</summary>
    public double Rri => HitRate / LearnedShare;

    /// <param name="score">Of each cell of the area; higher is first, the earlier cell first where two are alike.</param>
    /// <param name="learned">Incidents that the ranking was learned from; <paramref name="actual"/> are those that came.</param>
    /// <param name="elsewhere">Incidents that came outside the area: they can only be missed.</param>
    public static HitRates Of(double[] score, int[] learned, int[] actual, int cells, long elsewhere = 0)
    {
        var first = Ranked(score)[..cells];
        return new HitRates(
            cells,
            score.Length,
            first.Sum(cell => (long)actual[cell]),
            actual.Sum(count => (long)count) + elsewhere,
            actual.OrderDescending().Take(cells).Sum(count => (long)count),
            (double)first.Sum(cell => (long)learned[cell]) / learned.Sum(count => (long)count)
        );
    }

    public static int[] Ranked(double[] score)
    {
        var order = Enumerable.Range(0, score.Length).ToArray();
        Array.Sort(order, (a, b) => score[b] != score[a] ? score[b].CompareTo(score[a]) : a.CompareTo(b));
        return order;
    }
}
