namespace Hotspot.Privacy.Sealing;

/// <summary>A value that masking changed or that is never stored, as the file wrote it: for the sealed copy and nothing else.</summary>
/// <param name="Column">Header as written.</param>
public sealed record OriginalValue(string Column, string Text)
{
    /// <summary>Prints no value: it is personal.</summary>
    public override string ToString() => Column;
}
