using System.Text.RegularExpressions;
using Hotspot.Store;

namespace Hotspot.Tests.Store;

public partial class SqlTests
{
    public static TheoryData<string> Names => [.. Sql.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sql_file_opens_with_its_grain_or_purpose(string name) =>
        Assert.StartsWith("-- ", Sql.Text(name), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Sql_is_written_in_lower_case(string name) => Assert.DoesNotMatch(Shouting(), Comments().Replace(Sql.Text(name), ""));

    [GeneratedRegex(@"\b(SELECT|FROM|WHERE|GROUP BY|ORDER BY|INSERT|DELETE|CREATE|JOIN|UNION)\b")]
    private static partial Regex Shouting();

    [GeneratedRegex("--.*")]
    private static partial Regex Comments();
}
