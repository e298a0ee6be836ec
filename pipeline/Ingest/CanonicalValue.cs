using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The values that mapped fields may take, as profiles write them; an empty one means "nothing said" and is always allowed.</summary>
public static class CanonicalValue
{
    public static bool Allows(Field field, string value) =>
        value.Length == 0
        || field switch
        {
            Field.Resolved or Field.Contacted or Field.ValidCallback => value is "true" or "false",
            Field.Satisfaction => ToSatisfaction(value) is not null,
            Field.Disposition => ToDisposition(value) is not null,
            Field.Stream => ToStream(value) is not null,
            Field.District or Field.Street or Field.Community or Field.Status or Field.OrderType or Field.PlaceText => true,
            _ => false,
        };

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
