using System.Text.Json.Nodes;
using Hotspot.Grouping;
using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>How a figure of a bulletin is told: what was printed, by which methods, and each question with its SQL and first rows.</summary>
internal static class FigureTelling
{
    public static JsonObject Tell(Desk desk, FigureExplained result)
    {
        desk.Say("cli.explain.figure", ("id", result.Id), ("text", result.Figure.Text), ("bulletin", result.Bulletin));
        desk.Say("cli.explain.figure_inputs", ("inputs", result.Figure.Inputs), ("generation", result.MadeFrom));
        if (result.Generation != result.MadeFrom)
            desk.Warn("cli.explain.generation_gone", ("made", result.MadeFrom), ("now", result.Generation));
        foreach (var method in result.Methods)
            desk.Say("cli.explain.method", ("name", method), ("text", desk.PhraseOr("method." + method, method)));
        foreach (var query in result.Queries)
        {
            desk.Blank();
            desk.Say(
                "cli.explain.query",
                ("name", query.Query.Sql),
                ("parameters", string.Join(' ', query.Query.Parameters.Select(one => $"${one.Key}={AskedQuery.Text(one.Value)}"))),
                ("count", query.Answer.Count)
            );
            desk.Voice.WriteLine(query.Text.TrimEnd());
            TellRows(desk, query.Answer);
        }
        return JsonLine.Fields(
            new
            {
                Kind = "figure",
                result.Id,
                result.Generation,
                result.MadeFrom,
                result.Bulletin,
                result.Figure.Value,
                result.Figure.Unit,
                result.Figure.Text,
                result.Figure.Inputs,
                result.Methods,
                Queries = result
                    .Queries.Select(query => new
                    {
                        query.Query.Sql,
                        Parameters = query.Query.Parameters.ToDictionary(one => one.Key, one => AskedQuery.Text(one.Value)),
                        query.Text,
                        query.Answer.Columns,
                        query.Answer.Rows,
                        query.Answer.Count,
                    })
                    .ToList(),
            }
        );
    }

    private static void TellRows(Desk desk, AnsweredQuery answer)
    {
        if (answer.Count == 0)
            return;
        desk.Say("cli.explain.rows", ("shown", answer.Rows.Count), ("count", answer.Count));
        // A single row reads better downwards.
        if (answer.Rows is [var only])
        {
            for (var i = 0; i < only.Count; i++)
                desk.Say("cli.explain.label", ("title", answer.Columns[i]), ("value", only[i]));
            return;
        }
        desk.Voice.WriteLine(string.Join('\t', answer.Columns));
        foreach (var row in answer.Rows)
            desk.Voice.WriteLine(string.Join('\t', row));
    }
}
