using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Tests.Hotspots.Warnings;

/// <summary>Salmonella agona in the United Kingdom (Farrington et al. 1996; R surveillance 1.20.3), Montgomery's CUSUM, and simulations.</summary>
public class WarningKernelTests
{
    private static readonly string[][] Agona = HotspotData.Rows("salmonella_agona.csv");
    private static readonly int[] Cases = [.. Agona.Select(row => (int)HotspotData.Number(row[1]))];
    private static readonly int[] Told = [.. Enumerable.Range(208, 104)];

    private static double? Wanted(int week, int column) => Agona[week][column] is "" ? null : HotspotData.Number(Agona[week][column]);

    [Fact]
    public void Ears_limits_agree_with_R()
    {
        const double z = 3.090232306167813;
        foreach (var week in Told)
        {
            Assert.Equal(Wanted(week, 2)!.Value, Ears.C1Upper(Cases, week, 0.001), 1e-9);
            Assert.Equal(Wanted(week, 3)!.Value, Ears.C2Upper(Cases, week, 0.001), 1e-9);
            // R prints the count that would bring the two days before to the limit, in deviations above the count itself.
            var before = Ears.C3(Cases, week) - Math.Max(0, Ears.C2(Cases, week) - 1);
            var deviation = (Ears.C2Upper(Cases, week, 0.001) - Ears.C2Upper(Cases, week, 0.5)) / z;
            Assert.Equal(Wanted(week, 4)!.Value, Math.Max(0, Cases[week] + deviation * (z - before)), 1e-8);
        }
        Assert.Equal([210, 232, 283, 284, 294], Told.Where(w => Cases[w] > Ears.C1Upper(Cases, w, 0.001)).Select(w => w + 1));
        Assert.Equal(7, Told.Count(week => Ears.C2(Cases, week) > z));
    }

    /// <summary>By three years and by four, with years of 52 weeks as in R.</summary>
    [Theory]
    [InlineData(3, 6, 7, 73)]
    [InlineData(4, 8, 9, 31)]
    public void Farrington_flexible_agrees_with_R(int years, int expected, int phi, int least)
    {
        var farrington = new FarringtonFlexible(yearWeeks: 52);
        var compared = 0;
        foreach (var week in Told.Where(week => Wanted(week, expected) is not null))
        {
            var fit = farrington.Of(Cases.AsSpan(0, week + 1), years)!.Value;
            Assert.Equal(Wanted(week, expected)!.Value, fit.Mean, 1e-6);
            // R takes it one step before the end of its iteration.
            Assert.Equal(Wanted(week, phi)!.Value, fit.Phi, 1e-4);
            compared++;
            if (years == 3)
                Assert.Equal(Wanted(week, 5)!.Value, CountTail.Quantile(0.01, fit.Mean, fit.Phi));
        }
        Assert.True(compared >= least, $"{compared}");
    }

    [Fact]
    public void Farrington_flexible_tells_the_weeks_that_R_tells()
    {
        var farrington = new FarringtonFlexible(yearWeeks: 52);
        var told = Told.Where(week =>
            Cases[(week - 3)..(week + 1)].Sum() >= WeekFit.LeastCases
            && farrington.Of(Cases.AsSpan(0, week + 1), 3) is { } fit
            && Cases[week] > CountTail.Quantile(0.01, fit.Mean, fit.Phi)
        );
        Assert.Equal([257, 262, 263, 264], told.Select(week => week + 1));
    }

    /// <summary>Constants of R surveillance 1.20.3, threshold.noufaily by plug-in: mean 5, α = .05, 11 seen.</summary>
    [Theory]
    [InlineData(1.5, 10, 0.03763657)]
    [InlineData(1, 9, 0.01369527)]
    public void Limits_and_p_are_those_of_noufaily(double phi, long upper, double p)
    {
        var found = Exceedance.Of(11, 5, phi, reach: 0, level: 0.05);
        Assert.Equal(upper, found.Upper);
        Assert.Equal(p, found.PValue, 1e-8);
        Assert.Equal(6 / (upper - 5.0), found.Score, 1e-12);
    }

    [Fact]
    public void A_season_without_a_case_is_no_certainty()
    {
        int[] weeks = [.. Enumerable.Range(0, 300).Select(week => (week - 299) % 52 is > -9 and < 9 or < -43 ? 0 : 6)];
        weeks[^1] = 2;
        var fit = new FarringtonFlexible(yearWeeks: 52).Of(weeks)!.Value;
        Assert.InRange(fit.Mean, 0, 1e-4);
        // Two cases after 35 weeks without any: conditional binomial (1/36)².
        Assert.Equal(Math.Pow(1 / 36.0, 2), Exceedance.Of(2, fit.Mean, 1, fit.Reach, 0.005).PValue, 3e-5);
    }

    [Fact]
    public void Cusum_agrees_with_montgomery()
    {
        var rows = HotspotData.Rows("cusum_montgomery.csv").Select(row => row.Select(HotspotData.Number).ToArray()).ToArray();
        double[] x = [.. rows.Select(row => row[1])];
        var up = Cusum.Path(x, [.. x.Select(_ => 10.5)]);
        var down = Cusum.Path([.. x.Select(v => -v)], [.. x.Select(_ => -9.5)]);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(rows[i][2], up[i], 5e-3);
            Assert.Equal(rows[i][3], down[i], 5e-3);
        }
        Assert.Equal(29, Array.FindIndex(up, sum => sum > 5) + 1);
        // The book: N+ = 7 at the alarm of period 29, so the shift began after period 22.
        Assert.Equal(23, Cusum.Since(up) + 1);
    }

    /// <summary>The chain against 3,000 simulated charts.</summary>
    [Theory]
    [InlineData(0.4, 1.0)]
    [InlineData(2.5, 1.6)]
    [InlineData(30, 3.0)]
    public void Cusum_charts_run_a_year_of_nights_before_a_false_alarm(double mean, double phi)
    {
        var chart = new NbCusum(phi);
        var reference = chart.Reference * mean;
        var limit = CusumDesign.Limit(mean, phi, reference, NbCusum.InControl);
        Assert.InRange(CusumDesign.RunLength(mean, phi, reference, limit), NbCusum.InControl, 1.25 * NbCusum.InControl);
        var random = new Draws(Draws.Seed(7, "cusum", (int)(10 * mean)));
        const int charts = 3000;
        var sum = 0.0;
        for (var i = 0; i < charts; i++)
        {
            var c = 0.0;
            for (var night = 1; ; night++)
            {
                c = Math.Max(0, c + Count(random, mean, phi) - reference);
                if (c > limit)
                {
                    sum += night;
                    break;
                }
            }
        }
        Assert.InRange(sum / charts, 0.93 * NbCusum.InControl, 1.32 * NbCusum.InControl);
    }

    [Fact]
    public void The_p_of_a_cusum_is_no_less_than_its_chance()
    {
        var random = new Draws(11);
        var chart = new NbCusum(1.5);
        const int runs = 20_000;
        var p = Enumerable
            .Range(0, runs)
            .Select(_ =>
            {
                var c = 0.0;
                for (var day = 0; day < 28; day++)
                {
                    var mean = day % 7 < 5 ? 3.0 : 1.5;
                    c = Math.Max(0, c + Count(random, mean, 1.5) - chart.Reference * mean);
                }
                return chart.PValue(c);
            })
            .ToArray();
        foreach (var level in (double[])[0.2, 0.05, 0.01, 0.002])
            Assert.InRange(p.Count(value => value <= level) / (double)runs, 0, level * 1.1);
    }

    /// <summary>
    /// What chance gives at α = .001 after seven clean days (own simulation of 2026: EARS .0411, .0267, .0197, conditional binomial .00011, .00036, .00062
    /// at means .5, 2, 10; variance twice the mean of 30: .0205 and .0139).
    /// </summary>
    [Theory]
    [InlineData(0.5, 1, 0.0411, 0.00011)]
    [InlineData(2, 1, 0.0267, 0.00036)]
    [InlineData(10, 1, 0.0197, 0.00062)]
    [InlineData(30, 2, 0.0205, 0.0139)]
    public void Ears_tells_too_many_days_and_the_conditional_binomial_does_not(double mean, double phi, double ears, double binomial)
    {
        var random = new Draws(Draws.Seed(3, "ears", (int)(10 * mean)));
        const int days = 60_000;
        var (byEars, byBinomial, byOwn) = (0, 0, 0);
        var counts = new int[8];
        for (var day = 0; day < days; day++)
        {
            for (var i = 0; i < counts.Length; i++)
                counts[i] = Count(random, mean, phi);
            var baseline = counts.AsSpan(0, 7);
            var sum = 0L;
            foreach (var count in baseline)
                sum += count;
            byEars += counts[7] > Ears.C1Upper(counts, 7, 0.001) ? 1 : 0;
            byBinomial += CountTail.Binomial(counts[7], counts[7] + sum, 1 / 8.0) <= 0.001 ? 1 : 0;
            byOwn += DayExcess.Of(counts[7], baseline, phi).PValue <= 0.001 ? 1 : 0;
        }
        AssertNear(ears, byEars);
        AssertNear(binomial, byBinomial);
        // The level holds also where days vary more than Poisson counts.
        Assert.InRange(byOwn / (double)days, 0, 0.001 + 3 * Math.Sqrt(0.001 / days));

        static void AssertNear(double rate, int count) =>
            Assert.InRange(count, days * rate - 4 * Math.Sqrt(days * rate) - 1, days * rate + 4 * Math.Sqrt(days * rate) + 1);
    }

    [Fact]
    public void Without_overdispersion_a_day_is_tested_by_the_conditional_binomial()
    {
        int[] earlier = [3, 1, 2, 4, 2, 1, 3, 2];
        foreach (var seen in (int[])[0, 2, 7, 15])
            Assert.Equal(CountTail.Binomial(seen, seen + 18, 1 / 9.0), DayExcess.Of(seen, earlier).PValue, 1e-12);
        var limit = DayExcess.Of(15, earlier);
        Assert.True(DayExcess.Of((long)limit.Upper, earlier).PValue > DayExcess.Level);
        Assert.True(DayExcess.Of((long)limit.Upper + 1, earlier).PValue <= DayExcess.Level);
        Assert.Equal(1.0 / 9, DayExcess.Of(1, new int[8]).PValue, 1e-12);
    }

    /// <summary>Two ways to fit the same: quasi-likelihood here, maximum likelihood there.</summary>
    [Fact]
    public void Log_linear_fits_agree_with_poisson_regression_and_scale()
    {
        var random = new Draws(5);
        double[][] design = [.. Enumerable.Range(0, 120).Select(i => new[] { 1, i % 4 == 0 ? 1.0 : 0, i / 50.0 })];
        double[] counts = [.. design.Select(row => (double)random.Poisson(Math.Exp(1 + 0.6 * row[1] - 0.3 * row[2])))];
        var reference = NbRegression.Poisson(design, counts);
        var fit = new LogLinear(200, 5);
        double[] Fit(double times)
        {
            fit.Begin(3);
            foreach (var (row, count) in design.Zip(counts))
                row.CopyTo(fit.Add(times * count));
            Assert.True(fit.Fit());
            return [.. fit.Coefficients];
        }
        var once = Fit(1);
        Assert.Equal(Math.Max(1, reference.Pearson), fit.Phi, 1e-6);
        foreach (var (wanted, found) in reference.Coefficients.Zip(once))
            Assert.Equal(wanted, found, 1e-7);
        var tenfold = Fit(10);
        Assert.Equal(once[0] + Math.Log(10), tenfold[0], 1e-7);
        Assert.Equal(once[1], tenfold[1], 1e-7);
        Assert.Equal(10 * reference.Pearson, fit.Phi, 1e-5);
    }

    [Fact]
    public void An_average_falls_and_rises()
    {
        double[] means = [.. Enumerable.Repeat(4.0, 28)];
        Assert.InRange(Ewma.Of(means, means, 1, 400).PValue, 0.9, 1);
        double[] fall = [.. means.Select((mean, day) => day < 14 ? mean : 1)];
        var low = Ewma.Of(fall, means, 1.2, 400);
        Assert.True(low is { Z: < -3, PValue: < 0.001, Since: 14 });
        double[] rise = [.. means.Select((mean, day) => day < 18 ? mean : 8)];
        Assert.True(Ewma.Of(rise, means, 1.2, 400) is { Z: > 3, PValue: < 0.001, Since: 18 });
    }

    [Fact]
    public void Weeks_of_one_year_and_more_are_told_by_trend_and_days_off()
    {
        var random = new Draws(9);
        int[] off = [.. Enumerable.Range(0, 90).Select(week => week % 13 == 5 ? 5 : 2)];
        int[] weeks = [.. off.Select((days, week) => random.Poisson(Math.Exp(2 + 0.005 * week - 0.2 * (days - 2))))];
        var regression = new WeekRegression();
        Assert.Null(regression.Of(weeks.AsSpan(0, 51), off.AsSpan(0, 51)));
        var fit = regression.Of(weeks, off)!.Value;
        Assert.InRange(fit.Mean / Math.Exp(2 + 0.005 * 89), 0.75, 1.3);
        off[^1] = 5;
        Assert.InRange(regression.Of(weeks, off)!.Value.Mean / fit.Mean, Math.Exp(-0.6) * 0.7, Math.Exp(-0.6) * 1.4);
    }

    [Fact]
    public void Days_off_without_a_case_are_no_reason_to_expect_none()
    {
        var (weeks, off) = (new int[61], new int[61]);
        for (var week = 0; week < 61; week++)
        {
            off[week] = week % 6 == 0 ? 3 + week / 6 % 3 : 2;
            weeks[week] = off[week] == 2 && week % 5 < 2 ? 1 : 0;
        }
        off[^1] = 5;
        var mean = weeks[..^5].Sum() / 56.0;
        var regression = new WeekRegression();
        Assert.InRange(regression.Of(weeks, off)!.Value.Mean, 0.5 * mean, 2 * mean);
        // Fewer days off than usual: nor a reason to expect any number.
        off[^1] = 1;
        Assert.InRange(regression.Of(weeks, off)!.Value.Mean, 0.5 * mean, 2 * mean);
        off[^1] = 2;
        Assert.InRange(regression.Of(weeks, off)!.Value.Mean, 0.5 * mean, 2 * mean);
    }

    /// <summary>Variance φ times the mean.</summary>
    private static int Count(Draws random, double mean, double phi) =>
        random.Poisson(phi > 1 ? random.Gamma(mean / (phi - 1), 1 / (phi - 1)) : mean);
}
