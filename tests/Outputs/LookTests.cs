using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

/// <summary>
/// Writes the example bulletin to the folder named by HOTSPOT_LOOK, for looking at by eye; a folder of one GeoJSON geometry per district
/// (file name = code) named by HOTSPOT_LOOK_BORDERS replaces the rough districts. Does nothing without the variable.
/// </summary>
public sealed class LookTests
{
    [Fact]
    public void The_example_bulletin_can_be_written_for_looking_at()
    {
        if (Environment.GetEnvironmentVariable("HOTSPOT_LOOK") is not { Length: > 0 } folder)
            return;
        var bulletin = Examples.Bulletin();
        foreach (var chart in bulletin.Sections.SelectMany(section => section.Blocks).OfType<ChartBlock>())
            ChartFiles.Draw(chart.Chart, Path.Combine(folder, "charts"));
    }
}
