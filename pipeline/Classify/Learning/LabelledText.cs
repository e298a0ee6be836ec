namespace Hotspot.Classify.Learning;

/// <summary>A text whose class is known.</summary>
/// <param name="Title">May be missing.</param>
/// <param name="Content">May be missing where there is a title.</param>
/// <param name="Group">Texts of one group stay together when some are held out, for one is as good as the answer to another; null: those that say the same.</param>
public sealed record LabelledText(string Label, string? Title, string? Content, string? Group = null);
