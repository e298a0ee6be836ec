using System.Globalization;
using Hotspot.Language;

namespace Hotspot.Reports.Public;

/// <summary>The words of the phrase book.</summary>
public sealed class PublicLabels(Phrasebook phrases) : IPublicLabels
{
    public string Hour(int hour) =>
        phrases.Say(
            "public.hour",
            ("from", hour.ToString(CultureInfo.InvariantCulture)),
            ("until", (hour + 1).ToString(CultureInfo.InvariantCulture))
        );

    public string Weekday(int day) => phrases[$"weekday.{day}"];

    public string Unclassified => phrases["public.unclassified"];
    public string NoHour => phrases["public.no_hour"];
    public string NoDistrict => phrases["public.no_district"];
}
