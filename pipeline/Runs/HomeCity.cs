using Hotspot.Enrich;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The city of a home that has been loaded into, for runs that read no file.</summary>
internal static class HomeCity
{
    /// <exception cref="OperatorException">The settings name a city, or an issue, that there is not (exit 2).</exception>
    public static CityReference Of(RunContext context)
    {
        var (home, settings) = (context.Home, context.Settings);
        var profiles = SourceProfiles.Load(home.Sources).All;
        var city = settings.City ?? CityReference.Shipped;
        var profile =
            profiles.FirstOrDefault(profile => profile.City == city)
            ?? throw new OperatorException(
                ExitCode.WrongUse,
                "city_unknown",
                ("file", home.SettingsFile),
                ("city", city),
                ("known", string.Join(" | ", profiles.Select(profile => profile.City).Distinct()))
            );
        try
        {
            var reference = CityReference.Of(profile, home.Places, home.Rules, home.Models);
            CheckIssues(home, settings, reference);
            return reference;
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    /// <summary>A setting for an issue that nothing is ever counted as would be passed over in silence. What ships with the program may name one that a home's rules do without.</summary>
    public static void CheckIssues(Home home, HomeSettings settings, CityReference city)
    {
        if (!city.HasIssueRules)
            return;
        var known = city.Issues.Known;
        Check("night_issues", settings.NightIssues.Except(new HomeSettings().NightIssues));
        Check("issue_severity", settings.IssueSeverity.Keys);

        void Check(string field, IEnumerable<string> named)
        {
            if (named.Except(known).FirstOrDefault() is { } issue)
                throw new OperatorException(
                    ExitCode.WrongUse,
                    "settings_issue_unknown",
                    ("file", home.SettingsFile),
                    ("field", field),
                    ("issue", issue),
                    ("known", string.Join(" | ", known))
                );
        }
    }
}
