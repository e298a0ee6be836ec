using System.Globalization;
using System.Security.Cryptography;

namespace Hotspot.Privacy.Sealing;

/// <summary>A key is missing or broken while data exist that were made with it: a new one would silently part old callers from new ones.</summary>
public sealed class KeyMissingException(string path) : Exception($"key file missing or unreadable: {path}")
{
    public string Path { get; } = path;
}

/// <summary>The two keys of a home, each 32 random bytes as 64 hex digits in a file that only the owner may read.</summary>
public sealed class KeyRing
{
    public const int KeyBytes = 32;
    private const string CallerFile = "caller.key";
    private const string SealFile = "seal.key";
    private readonly byte[] _caller;
    private readonly byte[] _seal;

    private KeyRing(byte[] caller, byte[] seal)
    {
        _caller = caller;
        _seal = seal;
    }

    /// <summary>Makes caller keys.</summary>
    public ReadOnlySpan<byte> Caller => _caller;

    /// <summary>Seals originals and archived files.</summary>
    public ReadOnlySpan<byte> Seal => _seal;

    /// <summary>Reads the keys of a folder; makes them where they are missing and no data exist yet.</summary>
    /// <param name="dataExist">True where the home holds data made with its keys.</param>
    /// <exception cref="KeyMissingException">A key is missing though data exist, or a key file is broken.</exception>
    public static KeyRing Open(string folder, bool dataExist)
    {
        OwnerOnly.MakeFolder(folder);
        return new KeyRing(
            ReadOrMake(System.IO.Path.Combine(folder, CallerFile), dataExist),
            ReadOrMake(System.IO.Path.Combine(folder, SealFile), dataExist)
        );
    }

    private static byte[] ReadOrMake(string path, bool dataExist)
    {
        if (!File.Exists(path))
            return dataExist ? throw new KeyMissingException(path) : Make(path);
        OwnerOnly.ProtectFile(path);
        try
        {
            var key = Convert.FromHexString(File.ReadAllText(path).Trim());
            return key.Length == KeyBytes ? key : throw new KeyMissingException(path);
        }
        catch (FormatException)
        {
            throw new KeyMissingException(path);
        }
    }

    /// <summary>Written beside and renamed: a half-written key never has the final name.</summary>
    private static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var beside = path + ".new";
        using (var stream = new FileStream(beside, OwnerOnly.File(FileMode.Create)))
        {
            using var writer = new StreamWriter(stream);
            writer.WriteLine(Convert.ToHexStringLower(key).ToString(CultureInfo.InvariantCulture));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: false);
        return key;
    }
}
