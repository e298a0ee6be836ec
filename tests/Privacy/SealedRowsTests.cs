using Hotspot.Privacy.Sealing;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Privacy;

public class SealedRowsTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];
    private readonly string _folder = Path.Combine(Scratch.Folder("封存 rows"), "sealed");

    private string Write(string batch, long sequence, params (string? Id, string Text)[] rows)
    {
        using var writer = SealedRowsWriter.Begin(_folder, batch, Key, sequence);
        for (var i = 0; i < rows.Length; i++)
            writer.Append("甲.csv", i + 2, rows[i].Id, [new OriginalValue("电话", rows[i].Text), new OriginalValue("备注", "见" + i)]);
        writer.End();
        writer.Commit();
        return SealedRowsFolder.PathOf(_folder, batch);
    }

    [Fact]
    public void One_order_opens_to_its_own_values_and_no_other_is_read()
    {
        var path = Write("a", 1, ("热线-1", "13800001111"), (null, "坏行"), ("热线-2", "13800002222"), ("热线-1", "13800003333"));
        using var reader = SealedRowsReader.Open(path, Key)!;

        Assert.Equal(["13800001111", "13800003333"], reader.Of("热线-1").Select(row => row.Values[0].Text));
        Assert.Equal([2L, 5L], reader.Of("热线-1").Select(row => row.Line));
        Assert.Equal("坏行", reader.OfLine("甲.csv", 3)!.Values[0].Text);
        Assert.Null(reader.OfLine("甲.csv", 2));
        Assert.Empty(reader.Of("热线-3"));
        Assert.Equal(4, reader.Rows);
    }

    [Fact]
    public void Rows_beyond_one_index_block_are_found_in_every_block()
    {
        using (var writer = SealedRowsWriter.Begin(_folder, "many", Key, 1))
        {
            for (var i = 0; i < SealedRows.IndexRows + 10; i++)
                writer.Append("", i, $"热线-{i}", [new OriginalValue("电话", "1")]);
            writer.End();
            writer.Commit();
        }
        using var reader = SealedRowsReader.Open(SealedRowsFolder.PathOf(_folder, "many"), Key)!;

        foreach (var i in (int[])[0, 1, SealedRows.IndexRows - 1, SealedRows.IndexRows, SealedRows.IndexRows + 9])
            Assert.Equal(i, Assert.Single(reader.Of($"热线-{i}")).Line);
        Assert.Empty(reader.Of($"热线-{SealedRows.IndexRows + 10}"));
    }

    [Fact]
    public void The_later_load_of_an_order_wins_column_by_column()
    {
        Write("b", 2, ("热线-1", "13900009999"));
        Write("a", 1, ("热线-1", "13800001111"));
        using (var writer = SealedRowsWriter.Begin(_folder, "c", Key, 3))
        {
            writer.Append("", 2, "热线-1", [new OriginalValue("内容", "王小明")]);
            writer.End();
            writer.Commit();
        }

        Assert.Equal(
            [("内容", "王小明"), ("电话", "13900009999"), ("备注", "见0")],
            SealedRowsFolder.Of(_folder, "热线-1", Key).Select(value => (value.Column, value.Text))
        );
    }

    [Fact]
    public void The_same_rows_have_the_same_content_hash_and_other_bytes()
    {
        var (one, two) = (Write("a", 1, ("热线-1", "13800001111")), Write("b", 2, ("热线-1", "13800001111")));
        using var first = SealedRowsReader.Open(one, Key)!;
        using var second = SealedRowsReader.Open(two, Key)!;
        using var other = SealedRowsReader.Open(Write("c", 3, ("热线-1", "13800001112")), Key)!;

        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.NotEqual(first.ContentHash, other.ContentHash);
        Assert.NotEqual(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Fact]
    public void Neither_a_value_nor_an_order_number_stands_in_the_file()
    {
        var bytes = File.ReadAllBytes(Write("a", 1, ("HOTLINE-1", "13800001111")));

        Assert.Equal(-1, bytes.AsSpan().IndexOf("13800001111"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("HOTLINE-1"u8));
    }

    [Fact]
    public void Cut_off_anywhere_the_file_counts_as_absent()
    {
        var path = Write("a", 1, ("热线-1", "13800001111"), ("热线-2", "13800002222"));
        var whole = File.ReadAllBytes(path);
        for (var kept = 0; kept < whole.Length; kept++)
        {
            File.WriteAllBytes(path, whole[..kept]);
            Assert.Null(SealedRowsReader.Open(path, Key));
        }
        Assert.Empty(SealedRowsFolder.Files(_folder, Key));
    }

    [Fact]
    public void A_changed_bit_is_noticed_wherever_it_is()
    {
        var path = Write("a", 1, ("热线-1", "13800001111"), ("热线-2", "13800002222"));
        var whole = File.ReadAllBytes(path);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x20;
            File.WriteAllBytes(path, changed);
            Assert.NotEqual(["13800001111", "13800002222"], Opened(path));
        }

        static IEnumerable<string?> Opened(string path)
        {
            try
            {
                using var reader = SealedRowsReader.Open(path, Key);
                return [.. ((string[])["热线-1", "热线-2"]).Select(id => reader?.Of(id) is [var row, ..] ? row.Values[0].Text : null)];
            }
            catch (SealBrokenException)
            {
                return [];
            }
        }
    }

    [Fact]
    public void A_row_moved_under_another_order_does_not_open()
    {
        var path = Write("a", 1, ("热线-1", "13800001111"), ("热线-2", "13800002222"));
        var bytes = File.ReadAllBytes(path);
        // Both records have the same length: swapped, each stands where the index looks for the other.
        var length =
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(SealedRows.HeaderBytes)) + SealedRows.RecordHead;
        var first = bytes.AsSpan(SealedRows.HeaderBytes, length).ToArray();
        var second = bytes.AsSpan(SealedRows.HeaderBytes + length, length).ToArray();
        second.CopyTo(bytes, SealedRows.HeaderBytes);
        first.CopyTo(bytes, SealedRows.HeaderBytes + length);
        File.WriteAllBytes(path, bytes);
        using var reader = SealedRowsReader.Open(path, Key)!;

        Assert.Throws<SealBrokenException>(() => reader.Of("热线-1"));
        Assert.Throws<SealBrokenException>(() => reader.Of("热线-2"));
    }

    [Fact]
    public void Another_key_opens_nothing() => Assert.Null(SealedRowsReader.Open(Write("a", 1, ("热线-1", "1")), new byte[32]));

    [Fact]
    public void What_was_not_committed_is_gone()
    {
        using (var writer = SealedRowsWriter.Begin(_folder, "a", Key, 1))
        {
            writer.Append("", 2, "热线-1", [new OriginalValue("电话", "1")]);
            writer.End();
        }
        using (var writer = SealedRowsWriter.Begin(_folder, "b", Key, 1))
        {
            writer.Append("", 2, "热线-1", [new OriginalValue("电话", "1")]);
            writer.Commit();
        }

        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Write("a", 1, ("热线-1", "1"))));
    }
}
