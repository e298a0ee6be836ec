using Hotspot.Grouping.Cuts;
using Hotspot.Language;

namespace Hotspot.Runs.Cuts;

/// <summary>Which places a cut asks for, and what stays out of it.</summary>
internal sealed partial class CutReading
{
    private List<string> Streets(List<string> districts)
    {
        var keys = new List<string>();
        foreach (var value in Many("street"))
        {
            keys.AddRange(
                StreetKeys(value, districts) ?? throw Unknown("street", value, [.. context.Lists.Streets.Select(street => street.Key)])
            );
        }
        return Within(districts, keys);
    }

    /// <summary>The streets of a name in these districts, or all; of district/street the one. Null: no street has the name.</summary>
    private List<string>? StreetKeys(string value, List<string> districts)
    {
        var (district, name) = value.Split('/') is [var first, var second]
            ? (Found("district", first, context.Lists.Districts), second)
            : (null, value);
        var all = context.Lists.Streets[name].ToList();
        if (all.Count == 0)
            return null;
        var chosen = all.Where(street =>
                district is null ? districts.Count == 0 || districts.Contains(street.District) : street.District == district
            )
            .ToList();
        return chosen.Count > 0
            ? chosen.ConvertAll(street => $"{street.District}/{street.Street}")
            : throw Elsewhere(name, all.Select(street => street.District));
    }

    private static OperatorException Elsewhere(string name, IEnumerable<string> districts) =>
        CutErrors.Clash("street_elsewhere", ("street", name), ("district", string.Join('、', districts.Distinct())));

    /// <summary>Names of districts, streets and issues: which of them one is, the lists tell.</summary>
    private CutExcept Except(List<string> districts)
    {
        var (ofDistricts, ofStreets, ofIssues) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var value in Many("except"))
        {
            if (context.Lists.Districts.TryGetValue(value, out var district))
                ofDistricts.Add(district);
            else if (StreetKeys(value, districts) is { } streets)
                ofStreets.AddRange(streets);
            else
                ofIssues.Add(
                    context.Lists.Issues.TryGetValue(value, out var issue)
                        ? issue
                        : throw Unknown(
                            "except",
                            value,
                            [
                                .. context.Lists.Districts.Keys,
                                .. context.Lists.Streets.Select(street => street.Key),
                                .. context.Lists.Issues.Keys,
                            ]
                        )
                );
        }
        return new CutExcept([.. ofDistricts.Distinct()], [.. ofStreets.Distinct()], [.. ofIssues.Distinct()]);
    }

    private List<string> Communities(List<string> districts, List<string> streets)
    {
        var keys = new List<string>();
        foreach (var value in Many("community"))
        {
            var all = context.Lists.Communities[value].ToList();
            if (all.Count == 0)
                throw Unknown("community", value, [.. context.Lists.Communities.Select(community => community.Key)]);
            var chosen = all.Where(one =>
                    (districts.Count == 0 || districts.Contains(one.Street.District))
                    && (streets.Count == 0 || streets.Contains($"{one.Street.District}/{one.Street.Street}"))
                )
                .ToList();
            if (chosen.Count == 0)
                throw Elsewhere(value, all.Select(one => one.Street.District));
            keys.AddRange(chosen.Select(one => $"{one.Street.District}/{one.Street.Street}/{one.Community}"));
        }
        return Within(streets.Count > 0 ? streets : districts, keys);
    }

    /// <summary>A district of which no street is asked would be asked for nothing.</summary>
    private static List<string> Within(List<string> larger, List<string> keys) =>
        keys.Count > 0 && larger.Exists(name => !keys.Exists(key => key.StartsWith(name + "/", StringComparison.Ordinal)))
            ? throw CutErrors.Clash("refused_mixed")
            : [.. keys.Distinct()];
}
