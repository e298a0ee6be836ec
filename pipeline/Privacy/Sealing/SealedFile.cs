using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hotspot.Privacy.Sealing;

/// <summary>The sealed file was cut, changed, put together anew, or the key is not its key.</summary>
public sealed class SealBrokenException(string why) : Exception($"the seal does not hold: {why}");

/// <summary>
/// AES-256-GCM over a stream of any length with memory for one chunk. Layout: 8 bytes magic, 32 bytes random salt; then chunks of up to
/// 64 KiB, each followed by its 16-byte tag. Key and nonce base of the file come from key and salt by HKDF-SHA-256, so no two files share
/// a nonce. The nonce holds the chunk's number and, in its last byte, 1 for the final chunk (STREAM, Hoang, Reyhanitabar, Rogaway and
/// Vizár 2015): chunks cannot be changed, swapped, repeated or cut off unnoticed. The header is authenticated with every chunk.
/// </summary>
public static class SealedFile
{
    public const int ChunkBytes = 64 * 1024;
    internal const int TagBytes = 16;
    private const int SaltBytes = 32;
    private const int NonceBytes = 12;

    private static ReadOnlySpan<byte> Magic => "HSSEAL\u0001\n"u8;

    public static void Seal(Stream plain, Stream @sealed, ReadOnlySpan<byte> key)
    {
        using var writer = new SealingStream(@sealed, key, leaveOpen: true);
        plain.CopyTo(writer, ChunkBytes);
    }

    /// <exception cref="SealBrokenException">What was written to <paramref name="plain"/> before is genuine but may be incomplete: drop it.</exception>
    public static void Open(Stream @sealed, Stream plain, ReadOnlySpan<byte> key)
    {
        Span<byte> header = stackalloc byte[Magic.Length + SaltBytes];
        if (@sealed.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith(Magic))
            throw new SealBrokenException("no sealed file");
        using var cipher = new ChunkCipher(key, header);
        var current = new byte[ChunkBytes + TagBytes];
        var next = new byte[ChunkBytes + TagBytes];
        var opened = new byte[ChunkBytes];
        var length = @sealed.ReadAtLeast(current, current.Length, throwOnEndOfStream: false);
        while (true)
        {
            var ahead = length == current.Length ? @sealed.ReadAtLeast(next, next.Length, throwOnEndOfStream: false) : 0;
            if (length < TagBytes || !cipher.Open(current.AsSpan(0, length), opened, final: ahead == 0))
                throw new SealBrokenException(length < TagBytes ? "cut off" : "wrong key, changed or cut off");
            plain.Write(opened, 0, length - TagBytes);
            if (ahead == 0)
                return;
            (current, next, length) = (next, current, ahead);
        }
    }

    internal static byte[] NewHeader()
    {
        var header = new byte[Magic.Length + SaltBytes];
        Magic.CopyTo(header);
        RandomNumberGenerator.Fill(header.AsSpan(Magic.Length));
        return header;
    }

    /// <summary>Cipher of one file; chunks in order.</summary>
    internal sealed class ChunkCipher : IDisposable
    {
        private readonly AesGcm _aes;
        private readonly byte[] _nonceBase = new byte[NonceBytes];
        private readonly byte[] _header;
        private ulong _number;

        public ChunkCipher(ReadOnlySpan<byte> key, ReadOnlySpan<byte> header)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyRing.KeyBytes);
            _header = header.ToArray();
            Span<byte> derived = stackalloc byte[KeyRing.KeyBytes + NonceBytes];
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, header[Magic.Length..], "hotspot sealed file 1"u8);
            _aes = new AesGcm(derived[..KeyRing.KeyBytes], TagBytes);
            derived[KeyRing.KeyBytes..].CopyTo(_nonceBase);
            CryptographicOperations.ZeroMemory(derived);
        }

        public void Close(ReadOnlySpan<byte> plain, Span<byte> chunk, bool final)
        {
            Span<byte> nonce = stackalloc byte[NonceBytes];
            Nonce(nonce, final);
            _aes.Encrypt(nonce, plain, chunk[..plain.Length], chunk.Slice(plain.Length, TagBytes), _header);
        }

        public bool Open(ReadOnlySpan<byte> chunk, Span<byte> plain, bool final)
        {
            Span<byte> nonce = stackalloc byte[NonceBytes];
            Nonce(nonce, final);
            try
            {
                _aes.Decrypt(nonce, chunk[..^TagBytes], chunk[^TagBytes..], plain[..(chunk.Length - TagBytes)], _header);
                return true;
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }
        }

        public void Dispose() => _aes.Dispose();

        /// <summary>Base, with the chunk's number laid over bytes 3–10 and the final mark over byte 11.</summary>
        private void Nonce(Span<byte> nonce, bool final)
        {
            _nonceBase.CopyTo(nonce);
            var counter = nonce[3..11];
            BinaryPrimitives.WriteUInt64BigEndian(counter, BinaryPrimitives.ReadUInt64BigEndian(counter) ^ _number++);
            nonce[11] ^= final ? (byte)1 : (byte)0;
        }
    }
}
