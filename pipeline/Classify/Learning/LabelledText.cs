namespace Hotspot.Classify.Learning;

/// <summary>A text whose class is known.</summary>
/// <param name="Title">May be missing.</param>
/// <param name="Content">May be missing where there is a title.</param>
public sealed record LabelledText(string Label, string? Title, string? Content);
