namespace Hotspot.Grouping;

/// <summary>Counts of a span by everything that a reader may choose from; sums over any choice are exact (<c>cube.sql</c>).</summary>
/// <param name="IsByWeek">Parts are weeks; else days.</param>
/// <param name="Parts">First days of the parts, ascending, also of those without a complaint.</param>
/// <param name="Cells">Not empty ones only, in a total order.</param>
public sealed record ComplaintCube(DaySpan Span, bool IsByWeek, IReadOnlyList<DateOnly> Parts, IReadOnlyList<CubeCell> Cells);

/// <param name="Part">First day of its part.</param>
/// <param name="DayKind">workday | weekend | holiday.</param>
/// <param name="Hour">0–23; null: only the day is known.</param>
/// <param name="Street">Null: unknown, or told apart nowhere in the cube.</param>
public sealed record CubeCell(
    DateOnly Part,
    string DayKind,
    int? Hour,
    string Issue,
    string? District,
    string? Street,
    long Complaints,
    long Incidents
);
