using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Hotspots;

/// <summary>A short id that follows from a name: the same thing has the same one on every machine.</summary>
internal static class NamedId
{
    /// <param name="kind">What stands before it.</param>
    /// <param name="digits">Hex digits of the SHA-256 of the name, 1–64.</param>
    public static string Of(string kind, string name, int digits = 12) =>
        kind + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..digits];
}
