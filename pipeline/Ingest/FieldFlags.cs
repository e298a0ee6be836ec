using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Quality flags that name a field, made once: <c>called_at_unreadable</c>, <c>resolved_unknown_value</c>.</summary>
internal static class FieldFlags
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetValues<Field>(), field => Snake.Case(field.ToString()));
    private static readonly string[] Unreadables = Array.ConvertAll(Names, name => name + "_unreadable");
    private static readonly string[] UnknownValues = Array.ConvertAll(Names, name => name + "_unknown_value");

    /// <summary>The canonical column, snake_case.</summary>
    public static string Name(Field field) => Names[(int)field];

    public static string Unreadable(Field field) => Unreadables[(int)field];

    public static string UnknownValue(Field field) => UnknownValues[(int)field];
}
