using Hotspot.Enrich;
using Hotspot.Ingest;

namespace Hotspot.Runs;

/// <summary>The city of a home that has been loaded into, for runs that read no file.</summary>
internal static class HomeCity
{
    public static CityReference Of(RunContext context)
    {
        var profiles = SourceProfiles.Load(context.Home.Sources).All;
        try
        {
            return CityReference.Of(
                profiles.First(profile => profile.City == (context.Settings.City ?? "beijing")),
                context.Home.Places,
                context.Home.Rules,
                context.Home.Models
            );
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }
}
