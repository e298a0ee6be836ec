using Hotspot.Ingest;
using Hotspot.Language;

namespace Hotspot.Runs;

/// <summary>A problem of a file or a profile as the operator hears of it.</summary>
public static class Told
{
    private const string Room = "ingest.";

    /// <summary>A workbook of the header (<c>review make</c>) helps.</summary>
    public static bool IsOfHeader(OperatorException e) => UnknownHeader.Codes.Any(code => e.Code == Room + code);

    public static OperatorException Of(ProblemException e) =>
        new(ExitCode.WrongUse, Room + e.Problem.Code, e, [.. e.Problem.Places.Select(place => (place.Name, (object?)place.Value))]);
}
