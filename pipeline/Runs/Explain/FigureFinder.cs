using Hotspot.Grouping;
using Hotspot.Reports.Model;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>A figure of a bulletin: the methods and the SQL behind it, asked again of the complaints that the bulletin saw.</summary>
internal static class FigureFinder
{
    /// <summary>Rows told of each question.</summary>
    private const int MostRows = 10;

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
