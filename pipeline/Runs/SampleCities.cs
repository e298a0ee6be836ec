using Hotspot.Calendar;
using Hotspot.Geo;
using Hotspot.Samples;

namespace Hotspot.Runs;

/// <summary>The synthetic city drawn on Beijing's lists, calendar and coordinate system.</summary>
public static class SampleCities
{
    public static SampleCity Beijing() =>
        new(
            Path.Combine(AppContext.BaseDirectory, "data-schemas"),
            (longitude, latitude) =>
            {
                var shifted = Coordinates.FromWgs84(CoordinateSystem.Gcj02, longitude, latitude);
                return (shifted.Longitude, shifted.Latitude);
            },
            WorkCalendar.Load().Of
        );
}
