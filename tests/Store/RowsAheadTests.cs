using Hotspot.Records;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

public class RowsAheadTests
{
    private const int Rows = 20_000;

    [Fact]
    public void Rows_come_in_their_order_however_long_each_takes()
    {
        var derived = RowsAhead
            .Batches(
                Numbered(Rows),
                complaint =>
                {
                    if (complaint.SourceLine % 5_000 == 1)
                        Thread.Sleep(20);
                    return complaint with { Issue = "油烟" };
                },
                CancellationToken.None
            )
            .SelectMany(batch => batch)
            .ToList();
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => (long)i), derived.Select(row => row.Complaint!.SourceLine));
        Assert.All(derived, row => Assert.Equal("油烟", row.Complaint!.Issue));
    }

    [Fact]
    public void A_file_that_breaks_off_throws_its_own_exception()
    {
        static IEnumerable<IncomingRow> Broken()
        {
            foreach (var row in Numbered(3_000))
                yield return row;
            throw new InvalidDataException("line 3001");
        }
        Assert.Throws<InvalidDataException>(() => RowsAhead.Batches(Broken(), c => c, CancellationToken.None).Count());
    }

    [Fact]
    public void A_derivation_that_fails_throws_its_own_exception() =>
        Assert.Throws<FormatException>(() =>
            RowsAhead.Batches(Numbered(Rows), _ => throw new FormatException(), CancellationToken.None).Count()
        );

    [Fact]
    public void No_more_than_a_few_batches_are_read_ahead()
    {
        var read = 0;
        foreach (
            var _ in RowsAhead.Batches(
                Numbered(1_000_000)
                    .Select(row =>
                    {
                        read++;
                        return row;
                    }),
                c => c,
                CancellationToken.None
            )
        )
        {
            Thread.Sleep(100);
            break;
        }
        Assert.InRange(read, 1, 20_000);
    }

    [Fact]
    public void A_cancelled_load_stops_between_two_batches()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var _ in RowsAhead.Batches(Numbered(1_000_000), c => c, source.Token))
            {
                if (++seen == 2)
                    source.Cancel();
            }
        });
        Assert.Equal(2, seen);
    }

    private static IEnumerable<IncomingRow> Numbered(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new IncomingRow(Some.Complaint() with { SourceLine = i }, null);
    }
}
