using System.Security.Cryptography;

namespace Hotspot.Outputs;

/// <summary>SHA-256 of a file's bytes, lower-case hex: the name of a content in ledger, archive and manifest.</summary>
public static class FileHash
{
    public static string Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
