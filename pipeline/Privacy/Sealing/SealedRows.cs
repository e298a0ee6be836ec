using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Privacy.Sealing;

/// <summary>
/// The file <c>sealed/&lt;batch&gt;.rows</c>: the originals of one loaded file, each row sealed by itself, so that one order is opened without the others.
/// Layout: header (8 bytes magic, 8 bytes sequence of the file in its home, 32 bytes salt); records (4 bytes length, 8 bytes number, ciphertext,
/// 16 bytes tag); between them an index block after every <see cref="IndexRows"/> records (keyed hash and offset, 16 bytes each, sorted by hash);
/// at the end a list of the index blocks with the content hash, its MAC and its length. Keys of the file come from seal key and salt by
/// HKDF-SHA-256; the nonce is the record's number; header and order number are authenticated with the record, so a row can be put under no
/// other order and into no other file. A file without a valid end was not finished and counts as absent.
/// </summary>
internal static class SealedRows
{
    public const int SequenceAt = 8;
    public const int SaltAt = 16;
    public const int SaltBytes = 32;
    public const int HeaderBytes = SaltAt + SaltBytes;
    public const int TagBytes = 16;
    public const int RecordHead = 12;
    public const int IndexEntry = 16;
    public const int IndexRows = 1 << 18;
    public const int HashBytes = 32;

    /// <summary>Longest plain text of a row: a cell of a gigabyte is cut off in the sealed copy as well.</summary>
    public const int MostPlainBytes = 64 * 1024 * 1024;

    public static ReadOnlySpan<byte> Magic => "HSROWS\u0001\n"u8;
    public static ReadOnlySpan<byte> EndMagic => "HSREND\u0001\n"u8;

    /// <summary>Rejected rows have no order: they are found by file and line. No order number holds a line feed.</summary>
    public static string LineKey(string file, long line) => FormattableString.Invariant($"\n{file}\n{line}");

    /// <summary>Keys of one file, and what is computed with them.</summary>
    internal sealed class Cipher : IDisposable
    {
        private readonly byte[] _header;
        private readonly AesGcm _aes;
        private readonly IncrementalHash _index;
        private readonly IncrementalHash _content;
        private readonly byte[] _footerKey = new byte[KeyRing.KeyBytes];
        private byte[] _associated = new byte[256];

        public Cipher(ReadOnlySpan<byte> key, ReadOnlySpan<byte> header)
        {
            _header = header.ToArray();
            _header.CopyTo(_associated, 0);
            Span<byte> derived = stackalloc byte[3 * KeyRing.KeyBytes];
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, header[SaltAt..], "hotspot sealed rows 1"u8);
            _aes = new AesGcm(derived[..KeyRing.KeyBytes], TagBytes);
            _index = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, derived.Slice(KeyRing.KeyBytes, KeyRing.KeyBytes));
            derived[(2 * KeyRing.KeyBytes)..].CopyTo(_footerKey);
            // Without the salt: the same rows have the same content hash in every file. Keyed: else a phone could be tried out against it.
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived[..KeyRing.KeyBytes], [], "hotspot content of sealed rows 1"u8);
            _content = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, derived[..KeyRing.KeyBytes]);
            CryptographicOperations.ZeroMemory(derived);
        }

        /// <summary>Place of a key in the index; two keys may share one, then authentication tells them apart.</summary>
        public ulong HashOf(string key)
        {
            Span<byte> mac = stackalloc byte[HashBytes];
            var bytes = Associated(key);
            _index.AppendData(bytes[HeaderBytes..]);
            _index.GetHashAndReset(mac);
            return BinaryPrimitives.ReadUInt64BigEndian(mac);
        }

        public void Seal(ulong number, string key, ReadOnlySpan<byte> plain, Span<byte> record)
        {
            Span<byte> nonce = stackalloc byte[12];
            BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], number);
            _aes.Encrypt(nonce, plain, record[..plain.Length], record.Slice(plain.Length, TagBytes), Associated(key));
        }

        public bool Open(ulong number, string key, ReadOnlySpan<byte> record, Span<byte> plain)
        {
            Span<byte> nonce = stackalloc byte[12];
            BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], number);
            try
            {
                _aes.Decrypt(nonce, record[..^TagBytes], record[^TagBytes..], plain, Associated(key));
                return true;
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }
        }

        public void AddContent(string key, ReadOnlySpan<byte> plain)
        {
            _content.AppendData(Associated(key)[HeaderBytes..]);
            _content.AppendData(plain);
        }

        public byte[] Content() => _content.GetHashAndReset();

        public void MacOf(ReadOnlySpan<byte> footer, Span<byte> mac) => HMACSHA256.HashData(_footerKey, [.. _header, .. footer], mac);

        private Span<byte> Associated(string key)
        {
            var most = HeaderBytes + Encoding.UTF8.GetMaxByteCount(key.Length);
            if (most > _associated.Length)
                Array.Resize(ref _associated, most);
            return _associated.AsSpan(0, HeaderBytes + Encoding.UTF8.GetBytes(key, _associated.AsSpan(HeaderBytes)));
        }

        public void Dispose()
        {
            _aes.Dispose();
            _index.Dispose();
            _content.Dispose();
            CryptographicOperations.ZeroMemory(_footerKey);
        }
    }
}
