using System.Text.RegularExpressions;
using Hotspot.Cli;

namespace Hotspot.Tests.Docs;

/// <summary>What the papers for engineers name is there: types, files, verbs.</summary>
public sealed partial class RoomMapTests
{
    private static readonly string Text = string.Concat(
        new[] { "README.md", "DECISIONS.md", "MEASURED.md" }.Select(name => File.ReadAllText(Path.Combine(Schemas.Root, "pipeline", name)))
    );

    private static IEnumerable<string> Named => Code().Matches(Text).Select(match => match.Groups[1].Value).Distinct();

    [Fact]
    public void Every_type_and_member_that_it_names_exists()
    {
        var names = typeof(Application)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}").Prepend(type.Name))
            .ToHashSet(StringComparer.Ordinal);
        var members = names.Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Named.Where(name => Type().IsMatch(name) && !IsFolder(name) && !names.Contains(name) && !members.Contains(name)));
        Assert.True(Named.Count(name => Type().IsMatch(name)) > 40, "the scan found too few names to mean anything");
    }

    [Fact]
    public void Every_file_that_it_names_exists() =>
        Assert.Equal(
            [],
            Named.Where(name =>
                FileName().IsMatch(name)
                && !File.Exists(Path.Combine(Schemas.Root, name))
                && !File.Exists(Path.Combine(Schemas.Root, "pipeline", name))
                && !File.Exists(Path.Combine(Schemas.Root, "pipeline", "Store", name))
            )
        );

    [Fact]
    public void It_names_the_verbs_that_there_are()
    {
        var verbs = new CommandLine().Verbs.Select(verb => verb.Command.Name).Order(StringComparer.Ordinal);
        var named = Regex.Match(Text, "Verbs: `([a-z ]+)`").Groups[1].Value.Split(' ').Order(StringComparer.Ordinal);
        Assert.Equal(verbs, named);
    }

    private static bool IsFolder(string name) =>
        Directory.Exists(Path.Combine(Schemas.Root, "pipeline", name)) || Directory.Exists(Path.Combine(Schemas.Root, "tests", name));

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    /// <summary>Two words run together at least (LoadRun), or a member (Publication.Switch); CURRENT and DuckDB's kind are left out.</summary>
    [GeneratedRegex(@"^[A-Z][a-z]+([A-Z][a-z0-9]+)*(\.[A-Z][A-Za-z]+)?$")]
    private static partial Regex Type();

    [GeneratedRegex(@"^([A-Za-z-]+/)*[A-Za-z_.-]+\.(cs|sql|csv|md|csproj)$")]
    private static partial Regex FileName();
}
