using Hotspot.Ingest;

namespace Hotspot.Tests.Ingest;

public class ReadAheadTests
{
    private const int Batches = 500;

    [Fact]
    public void Batches_come_in_their_order_however_long_each_takes()
    {
        var worked = ReadAhead.Work(
            Enumerable.Range(0, Batches),
            batch =>
            {
                if (batch % 100 == 1)
                    Thread.Sleep(20);
                return batch * 2;
            },
            CancellationToken.None
        );
        Assert.Equal(Enumerable.Range(0, Batches).Select(batch => batch * 2), worked);
    }

    [Fact]
    public void A_file_that_breaks_off_throws_its_own_exception()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidDataException("line 3001");
        }
        Assert.Throws<InvalidDataException>(() => ReadAhead.Work(Broken(), batch => batch, CancellationToken.None).Count());
    }

    [Fact]
    public void Work_that_fails_throws_its_own_exception() =>
        Assert.Throws<FormatException>(() =>
            ReadAhead.Work<int, int>(Enumerable.Range(0, Batches), _ => throw new FormatException(), CancellationToken.None).Count()
        );

    [Fact]
    public void No_more_than_a_few_batches_are_read_ahead()
    {
        var read = 0;
        var source = Enumerable.Range(0, 1_000_000).Select(batch => read = batch);
        foreach (var _ in ReadAhead.Work(source, batch => batch, CancellationToken.None))
        {
            Thread.Sleep(100);
            break;
        }
        Assert.InRange(read, 1, 20);
    }

    [Fact]
    public void A_cancelled_reading_stops_between_two_batches()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var _ in ReadAhead.Work(Enumerable.Range(0, 1_000_000), batch => batch, source.Token))
            {
                if (++seen == 2)
                    source.Cancel();
            }
        });
        Assert.Equal(2, seen);
    }
}
