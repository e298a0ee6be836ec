using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The values that mapped fields may take, as profiles write them; an empty one means "nothing said" and is always allowed.</summary>
public static class CanonicalValue
{
    public static bool Allows(Field field, string value) => value.Length == 0 || IsFree(field) || Of(field).Contains(value);

    /// <summary>The field takes any canonical value: a name, a status.</summary>
    public static bool IsFree(Field field) =>
        field is Field.District or Field.Street or Field.Community or Field.Status or Field.OrderType or Field.PlaceText;

    /// <summary>The codes of a field that takes no others; none where it cannot be mapped, or takes any.</summary>
    public static IReadOnlyList<string> Of(Field field) =>
        field switch
        {
            Field.Resolved or Field.Contacted or Field.ValidCallback => ["true", "false"],
            Field.Satisfaction => Codes<Satisfaction>(),
            Field.Disposition => Codes<Disposition>(),
            Field.Stream => ["A", "B", "own", "unknown"],
            _ => [],
        };

    private static string[] Codes<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetValues<T>(), code => Snake.Code(code));

    public static Satisfaction? ToSatisfaction(string code) =>
        code switch
        {
            "satisfied" => Satisfaction.Satisfied,
            "basic" => Satisfaction.Basic,
            "dissatisfied" => Satisfaction.Dissatisfied,
            _ => null,
        };

    public static Disposition? ToDisposition(string code) =>
        code switch
        {
            "handled" => Disposition.Handled,
            "not_ours" => Disposition.NotOurs,
            "excluded" => Disposition.Excluded,
            "deferred" => Disposition.Deferred,
            "unknown" => Disposition.Unknown,
            _ => null,
        };

    public static OrderStream? ToStream(string code) =>
        code switch
        {
            "A" => OrderStream.A,
            "B" => OrderStream.B,
            "own" => OrderStream.Own,
            "unknown" => OrderStream.Unknown,
            _ => null,
        };
}
