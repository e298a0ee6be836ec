using System.Globalization;
using System.Text.Json;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Records;
using Hotspot.Reports.Model;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>A bulletin that stands in the home: <c>published/&lt;kind&gt;/&lt;period&gt;</c>, one of a stream in <c>&lt;period&gt;-A</c> or <c>-B</c>.</summary>
internal sealed record WrittenBulletin(string Folder, string Name)
{
    /// <summary>Generation that it was made from.</summary>
    public string Generation
    {
        get
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ManifestFile.Name)));
            var root = manifest.RootElement;
            // Manifests of before tell it beside the run.
            return (
                root.GetProperty("run").TryGetProperty("generation", out var told) ? told : root.GetProperty("generation")
            ).GetString()!;
        }
    }

    /// <summary>The stream that it speaks of, A or B; null: of all.</summary>
    public OrderStream? Stream => Streams.Find(stream => Folder.EndsWith(Suffix(stream), StringComparison.Ordinal));

    private static readonly List<OrderStream?> Streams = [OrderStream.A, OrderStream.B];

    private static string Suffix(OrderStream? stream) => stream is { } one ? "-" + Snake.Code(one) : "";

    /// <summary>Where the bulletin of a period is, or would be.</summary>
    /// <param name="stream">Null: that of all streams.</param>
    public static string FolderOf(Home home, Period period, OrderStream? stream = null) =>
        Path.Combine(home.Published, Snake.Code(period.Kind), period.FolderName + Suffix(stream));

    /// <summary>The bulletins of a kind that stand, oldest period first.</summary>
    /// <param name="stream">Null: those of all streams.</param>
    public static IReadOnlyList<(Period Period, WrittenBulletin Bulletin)> Standing(
        Home home,
        PeriodKind kind,
        MonthRule rule,
        OrderStream? stream,
        DayOfWeek weekStart
    )
    {
        var root = Path.Combine(home.Published, Snake.Code(kind));
        if (!Directory.Exists(root))
            return [];
        return
        [
            .. Directory
                .EnumerateDirectories(root)
                .Select(folder => (Folder: folder, Period: Period.OfFolder(kind, NameOfAll(folder, stream), weekStart, rule)))
                .Where(one => one.Period is not null)
                .Select(one => (Period: one.Period!, new WrittenBulletin(one.Folder, NameOf(one.Period!))))
                .OrderBy(one => one.Period.From),
        ];
    }

    /// <summary>What the folder of the bulletin of all streams is called; empty where <paramref name="folder"/> is none of the stream.</summary>
    private static string NameOfAll(string folder, OrderStream? stream)
    {
        var (name, suffix) = (Path.GetFileName(folder), Suffix(stream));
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : "";
    }

    /// <summary>kind/period.</summary>
    public static string NameOf(Period period) => $"{Snake.Code(period.Kind)}/{period.FolderName}";

    public string Table(string name) => Path.Combine(Folder, "parquet", name + ".parquet");

    /// <summary>The document as it was written, and not what a person laid beside it.</summary>
    /// <param name="ending">.docx, .xlsx or .html.</param>
    public string Document(string ending) =>
        Path.Combine(
            Folder,
            ManifestFile.Outputs(Folder).Keys.Single(path => !path.Contains('/') && path.EndsWith(ending, StringComparison.Ordinal))
        );

    /// <summary>The days that it counts.</summary>
    public DaySpan Days()
    {
        var days = Figures().Figures[0].Inputs.Split('/');
        return new DaySpan(IsoDay.Parse(days[0]), IsoDay.Parse(days[1]).AddDays(1));
    }

    public FiguresFile.Content Figures() => FiguresFile.Read(Path.Combine(Folder, FiguresFile.Name));

    /// <summary>The figure of that id, of the bulletin or of its notices; null: there is none.</summary>
    public Figure? FigureOf(string id) => AllFigures().FirstOrDefault(figure => figure.Id == id);

    /// <summary>Those of the bulletin and of its notices.</summary>
    public IEnumerable<Figure> AllFigures() =>
        new[] { Folder, Path.Combine(Folder, DistrictNotices.Folder) }
            .Select(folder => Path.Combine(folder, FiguresFile.Name))
            .Where(File.Exists)
            .SelectMany(file => FiguresFile.Read(file).Figures);

    /// <param name="name">kind/period, or the period alone; null: all, those of all streams before those of one, the one written last first.</param>
    /// <exception cref="OperatorException">No bulletin has that name.</exception>
    public static IReadOnlyList<WrittenBulletin> Of(Home home, string? name)
    {
        List<WrittenBulletin> all = Directory.Exists(home.Published)
            ?
            [
                .. Directory
                    .EnumerateFiles(home.Published, ManifestFile.Name, SearchOption.AllDirectories)
                    .OrderByDescending(File.GetLastWriteTimeUtc)
                    .ThenBy(file => file, StringComparer.Ordinal)
                    .Select(file => Path.GetDirectoryName(file)!)
                    .Select(folder => new WrittenBulletin(folder, Path.GetRelativePath(home.Published, folder).Replace('\\', '/')))
                    .OrderBy(bulletin => bulletin.Stream is not null),
            ]
            : [];
        if (name is null)
            return all;
        var asked = name.Trim().Replace('\\', '/').Trim('/');
        all.RemoveAll(bulletin => bulletin.Name != asked && !bulletin.Name.EndsWith("/" + asked, StringComparison.OrdinalIgnoreCase));
        return all.Count > 0
            ? all
            : throw new OperatorException(ExitCode.Missing, "bulletin_unknown", ("name", asked), ("folder", home.Show(home.Published)));
    }
}
