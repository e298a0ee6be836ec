using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Quality flags that name a field, made once: <c>called_at_unreadable</c>, <c>called_clock_unreadable</c>, <c>resolved_unknown_value</c>.</summary>
internal static class FieldFlags
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetValues<Field>(), field => Snake.Case(field.ToString()));
    private static readonly string[] Unreadables = Array.ConvertAll(Names, name => name + "_unreadable");
    private static readonly string[] UnreadableClocks = Array.ConvertAll(
        Names,
        name => (name.EndsWith("_at", StringComparison.Ordinal) ? name[..^3] : name) + "_clock_unreadable"
    );
    private static readonly string[] UnknownValues = Array.ConvertAll(Names, name => name + "_unknown_value");

    /// <summary>The canonical column, snake_case.</summary>
    public static string Name(Field field) => Names[(int)field];

    public static string Unreadable(Field field) => Unreadables[(int)field];

    /// <summary>The field's day is known, its time of day is not.</summary>
    public static string ClockUnreadable(Field field) => UnreadableClocks[(int)field];

    public static string UnknownValue(Field field) => UnknownValues[(int)field];
}
