using Hotspot.Calendar;

namespace Hotspot.Samples;

/// <summary>What a sample is made from: the code lists, the script of invented words and plans, and two rules that other rooms own.</summary>
/// <param name="SchemaFolder">The folder <c>data-schemas</c> with <c>codes/</c> and <c>samples/</c>.</param>
/// <param name="ToGcj02">WGS-84 (longitude, latitude) to GCJ-02, in which the platform gives coordinates.</param>
/// <param name="DayKind">Workday, weekend or holiday.</param>
public sealed record SampleCity(
    string SchemaFolder,
    Func<double, double, (double Longitude, double Latitude)> ToGcj02,
    Func<DateOnly, DayKind> DayKind
)
{
    internal Script Script() => Samples.Script.Load(Path.Combine(SchemaFolder, "samples"));

    internal Geography Geography(Script script, ulong seed) => Samples.Geography.Build(script, Path.Combine(SchemaFolder, "codes"), seed);
}
