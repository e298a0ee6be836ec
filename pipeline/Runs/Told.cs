using Hotspot.Ingest;
using Hotspot.Language;

namespace Hotspot.Runs;

/// <summary>A problem of a file or a profile as the operator hears of it.</summary>
public static class Told
{
    public static OperatorException Of(ProblemException e) =>
        new(ExitCode.WrongUse, "ingest." + e.Problem.Code, e, [.. e.Problem.Places.Select(place => (place.Name, (object?)place.Value))]);
}
