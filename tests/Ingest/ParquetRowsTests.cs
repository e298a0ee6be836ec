using DuckDB.NET.Data;
using Hotspot.Ingest;
using Hotspot.Tests.Support;
using Parquet;
using Parquet.Schema;

namespace Hotspot.Tests.Ingest;

public class ParquetRowsTests
{
    private static readonly DateTime Called = new(2025, 4, 21, 22, 13, 5);

    [Fact]
    public void Every_type_of_column_is_read_and_nulls_are_blank()
    {
        var rows = Some.Open(Export(groups: 2), "导出.parquet").Outcomes().ToArray();

        Assert.Equal([2L, 3L, 4L, 5L], rows.Select(row => row.Line));
        Assert.All(rows, row => Assert.NotNull(row.Complaint));
        var first = rows[0].Complaint!;
        Assert.Equal(("20250421000123", Called, new DateTime(2025, 4, 23)), (first.ComplaintId, first.CalledAt, first.ClosedAt));
        Assert.Equal((116.397128, "丰台区", true), (first.StatedLongitude, first.StatedDistrict, first.Resolved));
        Assert.Equal(Some.Callers.Of("13812345678"), first.CallerKey);
        var second = rows[1].Complaint!;
        Assert.Equal((null, null, null, null), (second.StatedDistrict, second.ClosedAt, second.StatedLongitude, second.Resolved));
        Assert.StartsWith("x-", second.ComplaintId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_utc_becomes_a_time_of_Beijing()
    {
        var rows = Some.Open(Export(inUtc: true), "导出.parquet").Outcomes().ToArray();

        Assert.Equal(Called.AddHours(8), rows[0].Complaint!.CalledAt);
    }

    /// <summary>INT96 of old programs has no zone; what has the older mark of a timestamp alone is in UTC, as the format says.</summary>
    [Theory]
    [InlineData(DateTimeFormat.Impala, 0, false)]
    [InlineData(DateTimeFormat.DateAndTime, 8, true)]
    public void A_time_of_an_old_program_is_read_as_the_format_says(DateTimeFormat format, int hours, bool shifted)
    {
        var reading = OneCall(format);

        Assert.Equal(Called.AddHours(hours), Assert.Single(reading.Outcomes()).Complaint!.CalledAt);
        Assert.Equal(shifted, reading.Summary.TimesShifted);
    }

    /// <summary>fastparquet wrote the older mark alone; the description by pandas says whether the column had a zone.</summary>
    [Theory]
    [InlineData("datetime", 0)]
    [InlineData("datetimetz", 8)]
    public void A_time_that_pandas_describes_without_a_zone_is_the_clock_on_the_wall(string type, int hours)
    {
        var pandas =
            $$"""{"columns":[{"name":"工单编号","field_name":"工单编号","pandas_type":"unicode"},{"name":"来电时间","field_name":"来电时间","pandas_type":"{{type}}"}]}""";
        var reading = OneCall(DateTimeFormat.DateAndTime, new() { ["pandas"] = pandas });

        Assert.Equal(Called.AddHours(hours), Assert.Single(reading.Outcomes()).Complaint!.CalledAt);
        Assert.Equal(hours > 0, reading.Summary.TimesShifted);
    }

    /// <summary>A file of one order, called at <see cref="Called"/>.</summary>
    private static FileReading OneCall(DateTimeFormat format, Dictionary<string, string>? told = null)
    {
        var schema = new ParquetSchema(
            new DataField<string>("工单编号"),
            new DateTimeDataField("来电时间", format, isNullable: false),
            new DataField<string>("主要内容")
        );
        using var stream = new MemoryStream();
        Write(
            stream,
            schema,
            async group =>
            {
                await group.WriteAsync(schema.DataFields[0], ["A-1"]);
                await group.WriteAsync<DateTime>(schema.DataFields[1], new[] { DateTime.SpecifyKind(Called, DateTimeKind.Utc) }.AsMemory());
                await group.WriteAsync(schema.DataFields[2], ["占道"]);
            },
            told: told
        );
        return Some.Open(stream.ToArray(), "导出.parquet");
    }

    [Theory]
    [InlineData("timestamp")]
    [InlineData("timestamp_s")]
    [InlineData("timestamp_ms")]
    [InlineData("timestamp_ns")]
    public void Days_and_times_are_read_in_the_encodings_of_the_second_version(string type)
    {
        var reading = Some.Open(
            Written(
                $"select 'A-' || i as 工单编号, (timestamp '{Called:yyyy-MM-dd HH:mm:ss}' + to_seconds(i))::{type} as 来电时间, date '2025-04-23' + i::int as 办结时间, '占道' as 主要内容 from range(3) t(i) union all select 'A-9', timestamp '1969-12-31 23:59:59'::{type}, date '1960-01-01', ''"
            ),
            "导出.parquet"
        );
        var rows = reading.Outcomes().ToArray();

        Assert.Equal([Called, Called.AddSeconds(1), Called.AddSeconds(2)], rows.Take(3).Select(row => row.Complaint!.CalledAt));
        Assert.Equal(new DateTime(2025, 4, 25), rows[2].Complaint!.ClosedAt);
        Assert.NotNull(rows[3].Rejected);
    }

    /// <summary>The file is sound: another download would be the same.</summary>
    [Fact]
    public void What_the_library_cannot_read_is_not_called_damaged()
    {
        var bytes = Written(
            "select 'A-1' as 工单编号, timestamp '2025-04-21 08:00:01' as 来电时间, '占道' as 主要内容, interval 3 days as 时限"
        );

        Assert.Equal("parquet_unsupported", Some.ProblemOf(() => _ = Some.Open(bytes, "导出.parquet").Outcomes().ToArray()).Code);
    }

    private static byte[] Written(string query)
    {
        var file = Path.Combine(Scratch.Folder("hotspot-parquet"), "v2.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy ({query}) to '{file}' (format parquet, parquet_version v2, dictionary_size_limit 1)";
        command.ExecuteNonQuery();
        return File.ReadAllBytes(file);
    }

    [Fact]
    public void A_column_of_lists_is_refused_by_its_name()
    {
        var schema = new ParquetSchema(new DataField<string>("工单编号"), new ListField("标签", new DataField<string>("element")));
        using var stream = new MemoryStream();
        Write(
            stream,
            schema,
            async group =>
            {
                await group.WriteAsync(schema.DataFields[0], ["甲"]);
                await group.WriteAsync(schema.DataFields[1], ["一", "二"], new[] { 0, 1 });
            }
        );

        var problem = Some.ProblemOf(() => Some.Open(stream.ToArray(), "导出.parquet"));

        Assert.Equal("column_nested", problem.Code);
        Assert.Contains(("column", "标签"), problem.Places);
    }

    /// <summary>Whatever leads it there: here a file that is never read to its end.</summary>
    [Fact]
    public void A_file_that_the_library_never_ends_with_is_refused()
    {
        using var ended = new ManualResetEventSlim();
        var problem = Some.ProblemOf(() => new ParquetRows(new Endless(ended), "导出.parquet", TimeSpan.FromMilliseconds(200)).Dispose());
        ended.Set();

        Assert.Equal("file_broken", problem.Code);
    }

    private sealed class Endless(ManualResetEventSlim ended) : MemoryStream(Export())
    {
        public override int Read(Span<byte> buffer) => Wait();

        public override int Read(byte[] buffer, int offset, int count) => Wait();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Wait());

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Wait());

        private int Wait()
        {
            ended.Wait();
            return 0;
        }
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        var bytes = Export();

        Assert.Equal("file_broken", Some.ProblemOf(() => Some.Open(bytes[..(bytes.Length / 2)], "导出.parquet")).Code);
    }

    [Fact]
    public void A_footer_that_claims_more_than_any_memory_is_refused()
    {
        var bytes = Export();
        // The length of the footer stands before the closing mark.
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 8), int.MaxValue);

        Assert.Equal("file_broken", Some.ProblemOf(() => Some.Open(bytes, "导出.parquet")).Code);
    }

    /// <summary>Of all these the library would make a loop without end or of billions of steps, or an overflow of the stack.</summary>
    [Theory]
    // A structure of no known number, a number, a list: each without end.
    [InlineData(new byte[] { 0x0c, 0x7e })]
    [InlineData(new byte[] { 0x15, 0x80 })]
    [InlineData(new byte[] { 0x19 })]
    // 2,147,483,647 truths, bytes and structures.
    [InlineData(new byte[] { 0x09, 0x7e, 0xf1, 0xff, 0xff, 0xff, 0xff, 0x07, 0 })]
    [InlineData(new byte[] { 0x09, 0x7e, 0xf3, 0xff, 0xff, 0xff, 0xff, 0x07, 0 })]
    [InlineData(new byte[] { 0x29, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07, 0 })]
    [InlineData(new byte[] { 0x09, 0x7e, 0x19 }, 100_000)]
    // It ends before its bytes do: what the library makes of them, nobody knows.
    [InlineData(new byte[] { 0x00, 0x15 })]
    public void A_footer_that_is_not_as_long_as_it_claims_is_refused_before_the_library_is_asked(byte[] footer, int lists = 0)
    {
        using var file = Ending([.. footer, .. Enumerable.Repeat((byte)0x19, lists)]);

        var problem = Some.ProblemOf(() => new ParquetRows(file, "导出.parquet", TimeSpan.FromSeconds(20)).Dispose());

        Assert.Equal(("file_broken", ("detail", nameof(InvalidDataException))), (problem.Code, problem.Places[^1]));
    }

    /// <summary>Columns can be encrypted where the footer is not.</summary>
    [Fact]
    public void A_footer_with_its_signature_is_whole() => ParquetFooter.Check(Ending([0, .. new byte[28]]));

    private static MemoryStream Ending(byte[] footer) =>
        new([.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8]);

    /// <summary>The last byte of the file is a field with a number, which is not there any more.</summary>
    [Fact]
    public async Task A_page_that_begins_where_the_file_ends_is_refused()
    {
        var bytes = Export();
        byte[] Offset(long at) => [0x26, (byte)(at * 2 | 0x80), (byte)(at * 2 >> 7)];
        await using var sound = await ParquetReader.CreateAsync(new MemoryStream(bytes));
        var page = Offset(sound.Metadata!.RowGroups[0].Columns[1].MetaData!.DataPageOffset);
        for (int at; (at = bytes.AsSpan().IndexOf(page)) >= 0; )
            Offset(bytes.Length - 1).CopyTo(bytes, at);

        using var rows = new ParquetRows(new MemoryStream(bytes), "导出.parquet", TimeSpan.FromSeconds(20));
        rows.Read();
        var problem = Some.ProblemOf(() => rows.Read());

        Assert.Equal(("file_broken", ("detail", nameof(EndOfStreamException))), (problem.Code, problem.Places[^1]));
    }

    internal static byte[] Export(int groups = 1, bool inUtc = false)
    {
        var schema = new ParquetSchema(
            new DataField<long?>("工单编号"),
            new DateTimeDataField("来电时间", DateTimeFormat.Timestamp, isAdjustedToUTC: inUtc, DateTimeTimeUnit.Millis, false),
            new DataField<string>("主要内容"),
            new DataField<string>("被反映区"),
            new DataField<DateOnly?>("办结时间"),
            new DataField<double?>("经度"),
            new DataField<double?>("纬度"),
            new DataField<bool?>("是否解决"),
            new DataField<long>("联系电话")
        );
        var f = schema.DataFields;
        using var stream = new MemoryStream();
        Write(
            stream,
            schema,
            async group =>
            {
                await group.WriteAsync<long>(f[0], new long?[] { 20250421000123, null }.AsMemory());
                await group.WriteAsync<DateTime>(f[1], new[] { Called, Called.AddMinutes(7) }.AsMemory());
                await group.WriteAsync(f[2], ["占道", "噪声"]);
                await group.WriteAsync(f[3], ["丰台", null]);
                await group.WriteAsync<DateOnly>(f[4], new DateOnly?[] { new(2025, 4, 23), null }.AsMemory());
                await group.WriteAsync<double>(f[5], new double?[] { 116.397128, null }.AsMemory());
                await group.WriteAsync<double>(f[6], new double?[] { 39.9, null }.AsMemory());
                await group.WriteAsync<bool>(f[7], new bool?[] { true, null }.AsMemory());
                await group.WriteAsync<long>(f[8], new[] { 13812345678, 13812345679 }.AsMemory());
            },
            groups
        );
        return stream.ToArray();
    }

    /// <param name="told">What the file says of itself.</param>
    private static void Write(
        Stream stream,
        ParquetSchema schema,
        Func<ParquetRowGroupWriter, Task> write,
        int groups = 1,
        Dictionary<string, string>? told = null
    )
    {
        async Task Run()
        {
            await using var writer = await ParquetWriter.CreateAsync(schema, stream);
            writer.CustomMetadata = told ?? [];
            for (var i = 0; i < groups; i++)
            {
                using var group = writer.CreateRowGroup();
                await write(group);
            }
        }
        Run().GetAwaiter().GetResult();
    }
}
