using Hotspot.Privacy.Sealing;

namespace Hotspot.Tests.Privacy;

public class SealedFileTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFile.ChunkBytes - 1)]
    [InlineData(SealedFile.ChunkBytes)]
    [InlineData(SealedFile.ChunkBytes + 1)]
    [InlineData(3 * SealedFile.ChunkBytes)]
    [InlineData(3 * SealedFile.ChunkBytes + 17)]
    public void What_was_sealed_opens_to_the_same_bytes(int length)
    {
        var plain = Bytes(length);

        Assert.Equal(plain, Opened(Sealed(plain), Key));
    }

    [Fact]
    public void Two_seals_of_the_same_text_share_no_bytes_to_compare() =>
        Assert.NotEqual(Sealed(Bytes(100))[40..], Sealed(Bytes(100))[40..]);

    [Fact]
    public void The_text_does_not_stand_in_the_sealed_file()
    {
        var plain = System.Text.Encoding.UTF8.GetBytes("王小明 13812345678");

        Assert.Equal(-1, Sealed(plain).AsSpan().IndexOf("13812345678"u8));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2 * SealedFile.ChunkBytes)]
    [InlineData(2 * SealedFile.ChunkBytes + 5)]
    public void A_file_cut_off_anywhere_does_not_open(int length)
    {
        var whole = Sealed(Bytes(length));
        const int Chunk = SealedFile.ChunkBytes + 16;
        foreach (
            var kept in new[]
            {
                0,
                5,
                40,
                41,
                56,
                whole.Length / 2,
                whole.Length - 1,
                whole.Length - 16,
                40 + Chunk,
                40 + Chunk + 16,
            }.Where(n => n >= 0 && n < whole.Length)
        )
            Assert.Throws<SealBrokenException>(() => Opened(whole[..kept], Key));
    }

    [Fact]
    public void One_changed_bit_anywhere_is_noticed()
    {
        var whole = Sealed(Bytes(SealedFile.ChunkBytes + 100));
        for (var at = 0; at < whole.Length; at += 997)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x40;
            Assert.Throws<SealBrokenException>(() => Opened(changed, Key));
        }
    }

    [Fact]
    public void Swapped_repeated_and_appended_chunks_are_noticed()
    {
        var whole = Sealed(Bytes(3 * SealedFile.ChunkBytes));
        const int Chunk = SealedFile.ChunkBytes + 16;
        byte[] header = whole[..40],
            one = whole[40..(40 + Chunk)],
            two = whole[(40 + Chunk)..(40 + 2 * Chunk)],
            three = whole[(40 + 2 * Chunk)..];

        Assert.Throws<SealBrokenException>(() => Opened([.. header, .. two, .. one, .. three], Key));
        Assert.Throws<SealBrokenException>(() => Opened([.. header, .. one, .. one, .. two, .. three], Key));
        Assert.Throws<SealBrokenException>(() => Opened([.. header, .. one, .. three], Key));
        Assert.Throws<SealBrokenException>(() => Opened([.. whole, .. three], Key));
        Assert.Throws<SealBrokenException>(() => Opened([.. whole, 0], Key));
    }

    [Fact]
    public void Another_key_does_not_open_it() => Assert.Throws<SealBrokenException>(() => Opened(Sealed(Bytes(50)), new byte[32]));

    [Fact]
    public void What_is_written_in_pieces_opens_whole()
    {
        using var to = new MemoryStream();
        using (var sealing = new SealingStream(to, Key, leaveOpen: true))
        {
            foreach (var piece in Bytes(200_000).Chunk(777))
                sealing.Write(piece);
        }

        Assert.Equal(Bytes(200_000), Opened(to.ToArray(), Key));
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Sealed(byte[] plain)
    {
        using var to = new MemoryStream();
        SealedFile.Seal(new MemoryStream(plain), to, Key);
        return to.ToArray();
    }

    private static byte[] Opened(byte[] whole, byte[] key)
    {
        using var to = new MemoryStream();
        SealedFile.Open(new MemoryStream(whole), to, key);
        return to.ToArray();
    }
}
