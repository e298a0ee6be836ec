namespace Hotspot.Samples;

/// <summary>
/// The calls of the city, day by day: incidents with one or several callers, callers who ring again days later, planted points.
/// Holds one day and the calls promised for later days, so memory does not grow with the length of the sample.
/// </summary>
internal sealed class Calls(SampleSettings settings, Script script, Geography geography, Volumes volumes, PlantedCalls planted)
{
    /// <summary>Share of calls whose caller rings again about the same thing.</summary>
    private const double Again = 0.09;
    private readonly Dictionary<int, List<Report>> _promised = [];
    private readonly Shares[] _hours = [.. script.Issues.Select(i => new Shares(i.Hours))];
    private readonly Dictionary<PlantedPeak, int> _peakIssues = script.Planted.Peaks.ToDictionary(p => p, p => script.IssueNumber(p.Issue));
    private long _owed;

    /// <summary>Reports by day, each day sorted by time and numbered from 1.</summary>
    public IEnumerable<List<Report>> Days()
    {
        for (var week = settings.Weeks - 1; week >= 0; week--)
        {
            var byDay = Enumerable.Range(0, 7).Select(_ => new List<Report>()).ToArray();
            planted.Add(week, byDay);
            var firstDay = settings.Days - 7 * (week + 1);
            for (var d = 0; d < 7; d++)
                yield return Numbered(Fill(firstDay + d, week, byDay[d]));
        }
    }

    private static List<Report> Numbered(List<Report> day)
    {
        day.Sort(static (a, b) => a.Second != b.Second ? a.Second.CompareTo(b.Second) : a.Key.CompareTo(b.Key));
        for (var i = 0; i < day.Count; i++)
            day[i] = day[i] with { Number = i + 1 };
        return day;
    }

    private List<Report> Fill(int day, int weeksBack, List<Report> calls)
    {
        // Promised calls count against the day; what they overdraw, later days give back, and the last day settles.
        var room = volumes.Daily[day] - _owed;
        if (_promised.Remove(day, out var promised))
        {
            if (day == settings.Days - 1 && promised.Count > room)
                promised.RemoveRange((int)Math.Max(0, room), promised.Count - (int)Math.Max(0, room));
            calls.AddRange(promised);
            room -= promised.Count;
        }

        _owed = Math.Max(0, -room);
        var random = SplitMix.For(settings.Seed, 0xCA11_0000UL + (ulong)day);
        var issues = new Shares(volumes.IssueWeights(day));
        var places = volumes.Places(weeksBack);
        while (room > 0)
            room -= Incident(day, weeksBack, issues, places, room, calls, ref random);
        return calls;
    }

    /// <summary>One incident; returns how many calls it put on this day, at most <paramref name="room"/>.</summary>
    private long Incident(int day, int weeksBack, Shares issues, Shares[] places, long room, List<Report> calls, ref SplitMix random)
    {
        var issue = issues.Draw(ref random);
        var place = places[issue].Draw(ref random);
        var second = Hour(issue, place, weeksBack, ref random) * 3600 + random.Below(3600);
        var callers = 1 + (random.Chance(script.Issues[issue].SameNight) ? 1 + random.Run(0.45, 8) : 0);
        var put = 0L;
        for (var c = 0; c < callers; c++)
        {
            var report = new Report(random.Next(), day, second, issue, place, Caller(place, ref random), 0, ReportTraits.None);
            if (c == 0)
                report = report with { Traits = ReportTraits.Opens };
            if (second >= 86_400)
                Promise(report with { Day = day + 1, Second = second - 86_400 });
            else if (put < room)
            {
                calls.Add(report);
                put++;
            }
            if (random.Chance(Again))
                PromiseAgain(report, ref random);
            second += (int)(60 * Quantiles.NextCallerMinutes.Draw(ref random));
        }
        return put;
    }

    private int Hour(int issue, int place, int weeksBack, ref SplitMix random)
    {
        foreach (var peak in script.Planted.Peaks)
        {
            var here = peak.District is null || peak.District == geography.Streets[geography.Places[place].Street].District;
            if (_peakIssues[peak] == issue && here && peak.Holds(weeksBack) && random.Chance(peak.Share))
                return peak.Hours[random.Below(peak.Hours.Length)];
        }
        return _hours[issue].Draw(ref random);
    }

    /// <summary>The neighbours of a place are 900 people, some of whom ring more often.</summary>
    private static int Caller(int place, ref SplitMix random)
    {
        const int Neighbours = 900;
        var square = random.Unit() * random.Unit();
        return place * Neighbours + (int)(square * Neighbours);
    }

    private void PromiseAgain(Report report, ref SplitMix random)
    {
        var later = report.Day + (int)Quantiles.AgainDays.Draw(ref random);
        var second = (report.Second + random.Below(7200) + 86_400 - 3600) % 86_400;
        Promise(report with { Key = random.Next(), Day = later, Second = second, Traits = ReportTraits.Again });
    }

    private void Promise(Report report)
    {
        if (report.Day >= settings.Days)
            return;
        if (!_promised.TryGetValue(report.Day, out var list))
            _promised[report.Day] = list = [];
        list.Add(report);
    }
}
