using System.Text.RegularExpressions;
using Hotspot.Language;

namespace Hotspot.Tests.Cli;

public partial class HelpAndLanguageTests
{
    public static TheoryData<string> Verbs =>
        [
            "demo",
            "sample",
            "init",
            "load",
            "report",
            "cut",
            "callback",
            "undo",
            "status",
            "check",
            "train",
            "backtest",
            "nightly",
            "schedule",
            "home",
            "schema",
        ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_of_every_verb_opens_with_examples_in_both_languages(string verb)
    {
        using var door = new Door();
        Assert.Equal(0, door.Call(verb, "--help"));
        Assert.StartsWith($"示例：{Environment.NewLine}  hotspot {verb}", door.Out, StringComparison.Ordinal);
        using var english = new Door();
        Assert.Equal(0, english.Call("--lang", "en", verb, "-h"));
        Assert.StartsWith($"Examples:{Environment.NewLine}  hotspot {verb}", english.Out, StringComparison.Ordinal);
        Assert.Empty(door.Runs.Calls);
        Assert.Empty(Directory.EnumerateFileSystemEntries(door.Folder));
    }

    [Fact]
    public void Help_of_the_program_lists_every_verb()
    {
        using var door = new Door();
        Assert.Equal(0, door.Call("--help"));
        foreach (var verb in Verbs)
            Assert.Matches($"(?m)^  {verb} +\\S", door.Out);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        using var door = new Door();
        Assert.Equal(0, door.Call("--version"));
        Assert.Matches(@"^hotspot \d+\.\d+\.\d+\r?\n$", door.Out);
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_the_same_places()
    {
        var chinese = Phrasebook.Load("zh");
        var english = Phrasebook.Load("en");
        var keys = chinese.Keys.Where(OfThisRoom).ToList();
        Assert.Equal(keys, english.Keys.Where(OfThisRoom));
        Assert.NotEmpty(keys);
        foreach (var key in keys)
            Assert.Equal(PlacesOf(chinese[key]), PlacesOf(english[key]));
    }

    [Fact]
    public void Every_key_that_the_code_names_stands_in_the_book()
    {
        var book = Phrasebook.Load("zh");
        var root = RepositoryRoot();
        var used = Directory
            .EnumerateFiles(Path.Combine(root, "pipeline", "Cli"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Key().Matches(System.IO.File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct()
            .ToList();
        Assert.True(used.Count > 60, "the scan found too few keys to mean anything");
        foreach (var key in used.Where(key => key[0] == 'c' && key.StartsWith("cli.", StringComparison.Ordinal)))
            Assert.True(book.Has(key), key);
        foreach (var code in used.Where(key => key.StartsWith("cli_", StringComparison.Ordinal)))
            Assert.True(book.Has($"error.{code}.cause") && book.Has($"error.{code}.remedy"), code);
    }

    [Fact]
    public void No_chinese_stands_in_the_code()
    {
        var root = RepositoryRoot();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "pipeline", "Cli"), "*.cs", SearchOption.AllDirectories))
        {
            var literals = Literal().Matches(System.IO.File.ReadAllText(file)).Select(match => match.Value);
            // 是 and 否 are answers that are read, 、 and … are signs.
            Assert.DoesNotContain(literals, literal => Chinese().IsMatch(literal) && literal is not ("\"是\"" or "\"否\""));
        }
    }

    [Theory]
    [InlineData("en", "Examples:")]
    [InlineData("zh", "示例：")]
    [InlineData("fr", "示例：")]
    [InlineData("iv", "示例：")]
    public void The_language_is_the_systems_if_we_speak_it_else_chinese(string system, string opens)
    {
        using var door = new Door { SystemLanguage = system };
        door.Call("--help");
        Assert.StartsWith(opens, door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bulletins_are_written_in_chinese_whatever_language_the_door_speaks()
    {
        using var door = new Door().WithHome();
        door.Call("report", "weekly", "--lang", "en");
        Assert.Equal("zh", door.Runs.Context!.Phrases.Language);
        Assert.Contains("weekly bulletin 2025-W17", door.Out, StringComparison.Ordinal);
    }

    private static bool OfThisRoom(string key) =>
        key.StartsWith("cli.", StringComparison.Ordinal) || key.StartsWith("error.cli_", StringComparison.Ordinal);

    private static IEnumerable<string> PlacesOf(string phrase) =>
        Place().Matches(phrase).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Analytics.sln");
        return folder.FullName;
    }

    [GeneratedRegex("\"(?<key>cli[._][a-z_.-]*[a-z-])\"")]
    private static partial Regex Key();

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
