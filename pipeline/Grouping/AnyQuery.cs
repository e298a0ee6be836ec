using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>Rows of a question as text.</summary>
/// <param name="Rows">The first ones; <paramref name="Count"/> is how many there are.</param>
public sealed record AnsweredQuery(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long Count);

/// <summary>Asks once more what a bulletin asked.</summary>
public static class AnyQuery
{
    /// <summary>Pseudonyms: of no use to people, and none of their business.</summary>
    private const string CallerKey = "caller_key";

    /// <param name="until">What the bulletin saw ends before this day; <paramref name="stream"/> is the one that it saw, null: all.</param>
    public static AnsweredQuery Ask(
        Generation generation,
        DateOnly until,
        OrderStream? stream,
        AskedQuery query,
        int top,
        SessionLimits limits
    )
    {
        using var session = Session.InMemory(limits);
        ComplaintReader.Prepare(session, generation, until, stream);
        var (columns, rows, count) = (Array.Empty<string>(), new List<IReadOnlyList<string?>>(), 0L);
        int[] shown = [];
        foreach (var row in session.Stream(query.Sql, row => row, [.. query.Parameters.Select(one => (one.Key, one.Value))]))
        {
            if (count == 0)
            {
                shown = [.. Enumerable.Range(0, row.FieldCount).Where(i => row.GetName(i) != CallerKey)];
                columns = [.. shown.Select(row.GetName)];
            }
            if (count++ < top)
                rows.Add([.. shown.Select(i => row.IsDBNull(i) ? null : AskedQuery.Text(row.GetValue(i)))]);
        }
        return new AnsweredQuery(columns, rows, count);
    }
}
