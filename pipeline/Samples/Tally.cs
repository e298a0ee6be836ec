using Hotspot.Calendar;

namespace Hotspot.Samples;

/// <summary>Counts the orders of a sample while it is written; memory grows with weeks and places, not with orders.</summary>
internal sealed class Tally(SampleSettings settings, Script script, Geography geography)
{
    private readonly long[][] _issueHours = [.. script.Issues.Select(_ => new long[24])];
    private readonly long[][] _streetWeeks = [.. geography.Streets.Select(_ => new long[settings.Weeks])];
    private readonly long[][] _pointWeeks = [.. script.Planted.Points.Select(_ => new long[settings.Weeks])];
    private readonly long[][] _peakWeeks = [.. script.Planted.Peaks.Select(_ => new long[settings.Weeks])];
    private readonly HashSet<int>[] _lastCallers = [.. script.Planted.Points.Select(_ => new HashSet<int>())];
    private readonly HashSet<int>[] _lastDays = [.. script.Planted.Points.Select(_ => new HashSet<int>())];
    private readonly int[] _peakIssues = [.. script.Planted.Peaks.Select(p => script.IssueNumber(p.Issue))];
    private long _ordinary;
    private long _incidents;

    public long Orders { get; private set; }

    public void Add(Report report)
    {
        Orders++;
        var place = geography.Places[report.Place];
        var (week, hour) = (report.Day / 7, report.Second / 3600);
        _issueHours[report.Issue][hour]++;
        _streetWeeks[place.Street][week]++;
        for (var p = 0; p < _peakWeeks.Length; p++)
        {
            var peak = script.Planted.Peaks[p];
            if (_peakIssues[p] == report.Issue && peak.Hours.Contains(hour) && InDistrict(peak.District, place.Street))
                _peakWeeks[p][week]++;
        }

        if (place.Planted < 0)
        {
            _ordinary++;
            if (report.Traits.HasFlag(ReportTraits.Opens))
                _incidents++;
            return;
        }

        _pointWeeks[place.Planted][week]++;
        if (week == settings.Weeks - 1)
        {
            _lastCallers[place.Planted].Add(report.Caller);
            _lastDays[place.Planted].Add(report.Day);
        }
    }

    public Truth Result(
        IReadOnlyList<SampleFile> files,
        (long Unchanged, long Changed) resent,
        SampleRejects rejected,
        IReadOnlyDictionary<string, long> dirt
    )
    {
        var planted = script.Planted;
        var firstPoint = geography.Places.Length - planted.Points.Length;
        return new Truth(
            settings,
            Orders,
            files.Sum(f => f.Rows),
            resent.Unchanged,
            resent.Changed,
            rejected,
            files,
            Math.Round(_ordinary / (double)Math.Max(1, _incidents), 4),
            Weeks([.. Enumerable.Range(0, settings.Weeks).Select(w => _streetWeeks.Sum(s => s[w]))]),
            script.Issues.Select((issue, i) => (issue.Name, Count: _issueHours[i].Sum())).ToDictionary(x => x.Name, x => x.Count),
            Districts().ToDictionary(d => d, d => Sum(d, null).Sum()),
            script
                .Issues.Select((issue, i) => (issue.Name, Hours: _issueHours[i]))
                .ToDictionary(x => x.Name, x => (IReadOnlyList<long>)x.Hours),
            dirt,
            [.. planted.Areas.Select(a => new PlantedAreaTruth(a.Id, a.Expect, a.District, a.Street, Weeks(Sum(a.District, a.Street))))],
            [
                .. planted.Peaks.Select(
                    (p, i) =>
                        new PlantedPeakTruth(p.Id, p.Expect, script.Issues[_peakIssues[i]].Name, p.District, p.Hours, Weeks(_peakWeeks[i]))
                ),
            ],
            [.. planted.Points.Select((_, p) => Point(p, geography.Places[firstPoint + p]))],
            [.. planted.Snapped.Select(s => new PlantedSnapTruth(s.Id, s.Expect, s.District, s.Street, s.Share))]
        );
    }

    private PlantedPointTruth Point(int index, SamplePlace place)
    {
        var point = script.Planted.Points[index];
        return new(
            point.Id,
            point.Expect,
            script.Issues[script.IssueNumber(point.Issue)].Name,
            point.District,
            point.Street,
            point.Place,
            Math.Round(place.Longitude, 6),
            Math.Round(place.Latitude, 6),
            point.SpreadM,
            point.TextOnly,
            point.Hours,
            _pointWeeks[index][^1],
            _lastCallers[index].Count,
            _lastDays[index].Count,
            _pointWeeks[index].Sum(),
            Weeks(_pointWeeks[index])
        );
    }

    private IEnumerable<string> Districts() => geography.Streets.Select(s => s.District).Distinct().Order(StringComparer.Ordinal);

    private bool InDistrict(string? district, int street) => district is null || geography.Streets[street].District == district;

    private long[] Sum(string district, string? street)
    {
        var weeks = new long[settings.Weeks];
        for (var s = 0; s < _streetWeeks.Length; s++)
        {
            if (geography.Streets[s].District != district || (street is not null && geography.Streets[s].Name != street))
                continue;
            for (var w = 0; w < weeks.Length; w++)
                weeks[w] += _streetWeeks[s][w];
        }
        return weeks;
    }

    private WeekCount[] Weeks(long[] counts) =>
        [
            .. counts.Select(
                (count, w) =>
                {
                    var from = settings.FirstDay.AddDays(7 * w);
                    return new WeekCount(Week.Of(from).ToString(), from, count);
                }
            ),
        ];
}
