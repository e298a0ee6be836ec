using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Tests.Hotspots.HotPoints;

public sealed class ActionEffectTests
{
    private static readonly BeforeAfter[] Unchanged = [.. Enumerable.Repeat(new BeforeAfter(20, 20), 8)];

    [Fact]
    public void A_place_that_halves_where_the_others_stay_is_told_as_half()
    {
        var effect = ActionEffect.Of(new BeforeAfter(40, 20), Unchanged)!;

        Assert.Equal(20.5 / 40.5, effect.Ratio, 6);
        Assert.InRange(effect.Ratio, effect.Low, effect.High);
        Assert.Equal(8, effect.Controls);
    }

    [Fact]
    public void A_fall_that_the_others_share_is_no_effect() =>
        Assert.Equal(1, ActionEffect.Of(new BeforeAfter(40, 20), [.. Enumerable.Repeat(new BeforeAfter(40, 20), 6)])!.Ratio, 6);

    [Fact]
    public void Few_others_or_nothing_before_say_nothing()
    {
        Assert.Null(ActionEffect.Of(new BeforeAfter(40, 20), Unchanged[..4]));
        Assert.Null(ActionEffect.Of(new BeforeAfter(0, 5), Unchanged));
    }

    [Fact]
    public void The_interval_of_small_counts_is_never_narrower_than_their_chance()
    {
        var effect = ActionEffect.Of(new BeforeAfter(4, 2), Unchanged)!;

        Assert.True(effect.Low < 0.2 && effect.High > 1.5, $"{effect}");
    }

    /// <summary>Places picked because they were high, nothing done to any: the interval holds 1 in 95 of 100 cases, as far as 2,000 draws tell.</summary>
    [Fact]
    public void Regression_to_the_mean_is_not_told_as_an_effect()
    {
        var random = new Random(7);
        var missed = 0;
        for (var run = 0; run < 2000; run++)
        {
            var picked = Enumerable
                .Range(0, 60)
                .Select(_ => (Rate: 3 + 12 * random.NextDouble() * random.NextDouble(), random))
                .Select(place => new BeforeAfter(Poisson(place.Rate, random), Poisson(place.Rate, random)))
                .OrderByDescending(place => place.Before)
                .Take(12)
                .ToArray();
            var effect = ActionEffect.Of(picked[run % 12], [.. picked.Where((_, i) => i != run % 12)])!;
            if (effect.Low > 1 || effect.High < 1)
                missed++;
        }
        Assert.InRange(missed, 0, 130);
    }

    private static long Poisson(double mean, Random random)
    {
        var (count, product) = (-1L, 1.0);
        for (var limit = Math.Exp(-mean); product > limit; count++)
            product *= random.NextDouble();
        return count;
    }
}
