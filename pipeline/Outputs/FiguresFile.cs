using System.Text.Json;
using Hotspot.Grouping;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// <c>figures.json</c>: every number that the bulletin prints in prose, with its value, unit, origin and inputs; and what was asked of the complaints, so
/// that it can be asked again.
/// </summary>
public static class FiguresFile
{
    public const string Name = "figures.json";

    public static void Write(Bulletin bulletin, Stream target) =>
        JsonText.Write(
            new Content(
                bulletin.Head.Title,
                bulletin.Head.PeriodLine,
                bulletin.Head.DataThrough,
                bulletin.Figures,
                [
                    .. bulletin.Queries.Select(query => new Query(
                        query.Sql,
                        query.Parameters.ToDictionary(one => one.Key, one => AskedQuery.Text(one.Value))
                    )),
                ]
            ),
            target
        );

    public static Content Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<Content>(file, JsonText.Options)!;
    }

    public sealed record Content(
        string Title,
        string Period,
        DateOnly DataThroughOn,
        IReadOnlyList<Figure> Figures,
        IReadOnlyList<Query> Queries
    );

    /// <param name="Parameters">As <see cref="AskedQuery.Text"/> writes them.</param>
    public sealed record Query(string Sql, IReadOnlyDictionary<string, string?> Parameters);
}
