using System.Data.Common;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>
/// Merges the rows of a load into what is known. One file writes a time to the second, another the same time to the day: the finer writing holds,
/// whichever comes first. A time that contradicts what is known takes its place, as exact as it is written.
/// </summary>
internal static class OrderMerge
{
    private const int Times = 3;

    public static void Run(Session store)
    {
        store.Execute("Store/known");
        LayCoarserTimesAside(store);
        store.Execute("Store/merge");
    }

    /// <summary>To <c>scratch.coarser</c>: they count as blanks.</summary>
    private static void LayCoarserTimesAside(Session store)
    {
        using var beside = store.Beside();
        using var coarser = beside.Append("scratch", "coarser");
        var known = new ReadTime?[Times];
        var aside = new bool[Times];
        string? order = null;
        foreach (var (seq, complaintId, told) in store.Stream("Store/written_times", Row))
        {
            if (complaintId != order)
                Array.Clear(known);
            order = complaintId;
            for (var i = 0; i < Times; i++)
            {
                aside[i] = told[i] is { } time && known[i] is { } finer && time.IsCoarserThan(finer);
                known[i] = aside[i] ? known[i] : told[i] ?? known[i];
            }
            if (aside.Contains(true))
                coarser.CreateRow().AppendValue(seq).AppendValue(aside[0]).AppendValue(aside[1]).AppendValue(aside[2]).EndRow();
        }
    }

    private static (long Seq, string ComplaintId, ReadTime?[] Times) Row(DbDataReader row) =>
        (
            row.GetInt64(0),
            row.GetString(1),
            [
                ReadTime.Of(row.TimeAt(2), row.PrecisionAt(3)),
                ReadTime.Of(row.TimeAt(4), row.PrecisionAt(5)),
                ReadTime.Of(row.TimeAt(6), row.PrecisionAt(7)),
            ]
        );
}
