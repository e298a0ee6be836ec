using System.Collections.Concurrent;
using System.Reflection;

namespace Hotspot.Store;

/// <summary>The text of a <c>.sql</c> file that stands beside the code, by its path without extension: <c>Grouping/totals</c>.</summary>
public static class Sql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>All names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("sql/", StringComparison.Ordinal))
            .Select(name => name["sql/".Length..^".sql".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <exception cref="ArgumentException">No such file.</exception>
    public static string Text(string name) =>
        Texts.GetOrAdd(
            name,
            static key =>
            {
                using var stream =
                    Assembly.GetExecutingAssembly().GetManifestResourceStream($"sql/{key}.sql")
                    ?? throw new ArgumentException($"no SQL file '{key}'");
                using var reader = new StreamReader(stream);
                return reader.ReadToEnd();
            }
        );
}
