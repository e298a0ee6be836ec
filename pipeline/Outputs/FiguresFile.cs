using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary><c>figures.json</c>: every number that the bulletin prints in prose, with its value, unit, origin and inputs.</summary>
public static class FiguresFile
{
    public static void Write(Bulletin bulletin, Stream target) =>
        JsonText.Write(new Content(bulletin.Head.Title, bulletin.Head.PeriodLine, bulletin.Head.DataThrough, bulletin.Figures), target);

    private sealed record Content(string Title, string Period, DateOnly DataThroughOn, IReadOnlyList<Figure> Figures);
}
