using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Reports.Model;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>A figure of a bulletin: the methods and the SQL behind it, asked again of the complaints that the bulletin saw.</summary>
internal static class FigureFinder
{
    /// <summary>Rows told of each question.</summary>
    private const int MostRows = 10;

    /// <summary>Ids told in place of one that no bulletin has.</summary>
    private const int MostNear = 8;

    /// <summary>Ids of the bulletin asked, or of that written last, which the id may have been meant to be: of the same section the likest, else mistyped ones.</summary>
    public static IReadOnlyList<string> Near(RunContext context, ExplainOptions options)
    {
        if (WrittenBulletin.Of(context.Home, options.Bulletin) is not [var bulletin, ..])
            return [];
        var ids = bulletin.AllFigures().Select(figure => figure.Id).Distinct().ToList();
        var section = options.Id.Split('.')[0] + ".";
        var ofSection = ids.Where(id => id.StartsWith(section, StringComparison.Ordinal)).ToList();
        return ofSection.Count > 0 ? Nearest.First(options.Id, ofSection, MostNear) : Nearest.All(options.Id, ids);
    }

    /// <summary>Null where no bulletin has a figure of that id.</summary>
    public static FigureExplained? Find(RunContext context, ExplainOptions options, Generation current)
    {
        foreach (var bulletin in WrittenBulletin.Of(context.Home, options.Bulletin))
        {
            if (bulletin.FigureOf(options.Id) is not { } figure)
                continue;
            var figures = bulletin.Figures();
            var made = new Generation(current.Folder, bulletin.Generation);
            var seen = Directory.Exists(made.Path) ? made : current;
            var sources = figure.Source.Split(", ");
            return new FigureExplained(
                figure.Id,
                seen.Id,
                made.Id,
                bulletin.Name,
                figure,
                [
                    .. figures
                        .Queries.Where(query => sources.Contains(query.Sql + ".sql"))
                        .Select(query => new AskedQuery(
                            query.Sql,
                            query.Parameters.ToDictionary(one => one.Key, one => AskedQuery.Value(one.Value))
                        ))
                        .Select(query => new QueryExplained(
                            query,
                            Sql.Text(query.Sql),
                            AnyQuery.Ask(seen, figures.DataThroughOn.AddDays(1), bulletin.Stream, query, MostRows, context.Limits)
                        )),
                ],
                [.. sources.Where(source => !source.EndsWith(".sql", StringComparison.Ordinal)).Select(source => source.Split('/')[^1])]
            );
        }
        return null;
    }
}
