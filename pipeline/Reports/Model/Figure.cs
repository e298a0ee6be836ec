namespace Hotspot.Reports.Model;

/// <summary>
/// One number printed for people, traceable to its origin. <paramref name="Text"/> is what is printed, already rounded, with its unit;
/// <paramref name="Value"/> the number itself (null: suppressed or not measured).
/// </summary>
/// <param name="Id">Stable machine name, e.g. <c>overview.complaints</c>.</param>
/// <param name="Unit">Unit as printed: 件, %, 百分点, 时 …; empty for names.</param>
/// <param name="Source">SQL file or method the number comes from.</param>
/// <param name="Inputs">What went in, e.g. period and filter, in words or parameters.</param>
public sealed record Figure(string Id, double? Value, string Unit, string Text, string Source, string Inputs = "");

/// <summary>A piece of a sentence; <paramref name="FigureId"/> ties a printed number to its <see cref="Figure"/>.</summary>
public sealed record Span(string Text, string? FigureId = null, bool Strong = false);

/// <summary>A written paragraph.</summary>
public sealed record Prose(IReadOnlyList<Span> Spans)
{
    public static Prose Of(string text) => new([new Span(text)]);

    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}
