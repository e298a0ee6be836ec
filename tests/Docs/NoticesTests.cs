using System.Text.Json;
using System.Xml.Linq;

namespace Hotspot.Tests.Docs;

/// <summary>What ships is named in the notices, with the version that ships.</summary>
public sealed class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(Schemas.Root, "pipeline", "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_package_that_the_program_is_built_from_is_named_with_its_version()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Schemas.Root, "pipeline", "packages.lock.json")));
        var missing =
            from framework in locked.RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Name != "Microsoft.CodeAnalysis.BannedApiAnalyzers"
            let version = package.Value.GetProperty("resolved").GetString()
            where !Notices.Split('\n').Any(line => Names(line, package.Name) && line.Contains($"| {version} |", StringComparison.Ordinal))
            select $"{package.Name} {version}";
        Assert.Equal([], missing.Distinct());
    }

    [Fact]
    public void Every_package_of_the_solution_is_named() =>
        Assert.Equal(
            [],
            XDocument
                .Load(Path.Combine(Schemas.Root, "Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Select(package => package.Attribute("Include")!.Value)
                .Where(name => !Notices.Split('\n').Any(line => Names(line, name)))
        );

    [Fact]
    public void The_notices_ship_with_the_program()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.md")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "notices", "SkiaSharp.txt")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "notices", "MicrosoftML.txt")));
    }

    /// <summary>The whole name, not the beginning of a longer one.</summary>
    private static bool Names(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || line[at - 1] is ' ' or '|') && (end == line.Length || line[end] is ' ' or ',' or '(' or '|'))
                return true;
        }
        return false;
    }
}
