using System.Text.Json;
using Hotspot.Calendar;
using Hotspot.Settings;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Settings;

public sealed class HomeSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private HomeSettings Read(string json)
    {
        File.WriteAllText(_folder.File("settings.json"), json);
        return HomeSettings.Read(_folder.File("settings.json"));
    }

    [Fact]
    public void Without_a_file_every_setting_has_its_default()
    {
        var settings = HomeSettings.Read(_folder.File("none.json"));

        Assert.Equal(
            (1, 0.05, DayOfWeek.Monday, MonthRule.Natural),
            (settings.NextIssueNumber, settings.MaxRejectedShare, settings.WeekStart, settings.MonthRule)
        );
        Assert.Null(settings.City);
        Assert.False(settings.Demo);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = new HomeSettings
        {
            UnitName = "某区城管委",
            NextIssueNumber = 42,
            WeekStart = DayOfWeek.Sunday,
            MonthRule = MonthRule.Assessment,
            City = "beijing",
            MaxRejectedShare = 0.1,
            NightIssues = ["夜间施工扰民", "噪声"],
            Seed = 7,
            ShiftStarts = [7, 19],
            Night = new NightSettings { At = "03:15", AlarmCommand = "tell.cmd" },
            CoordinateSystems = new Dictionary<string, string> { ["beijing-12345"] = "wgs84" },
            IssueSeverity = new Dictionary<string, double> { ["燃气安全"] = 2.5 },
        };
        written.Write(_folder.File("settings.json"));
        var read = HomeSettings.Read(_folder.File("settings.json"));

        Assert.Equal(written.NightIssues, read.NightIssues);
        Assert.Equal(written.CoordinateSystems, read.CoordinateSystems);
        Assert.Equal(written.ShiftStarts, read.ShiftStarts);
        Assert.Equal(written.IssueSeverity, read.IssueSeverity);
        Assert.Equal(
            written with
            {
                NightIssues = [],
                ShiftStarts = [],
                CoordinateSystems = read.CoordinateSystems,
                IssueSeverity = read.IssueSeverity,
            },
            read with
            {
                NightIssues = [],
                ShiftStarts = [],
            }
        );
        Assert.Contains("某区城管委", File.ReadAllText(_folder.File("settings.json")), StringComparison.Ordinal);
        Assert.Equal([_folder.File("settings.json")], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_says_only_what_differs() =>
        Assert.Equal(5, Read("""{"next_issue_number": 5, "week_start": "sunday"}""").NextIssueNumber);

    [Theory]
    [InlineData("""{"next_isue_number": 5}""")]
    [InlineData("""{"max_rejected_share": 5}""")]
    [InlineData("""{"issue_severity": {"燃气安全": 0}}""")]
    [InlineData("""{"max_rejected_share": -0.1}""")]
    [InlineData("""{"next_issue_number": 0}""")]
    [InlineData("""{"week_start": "someday"}""")]
    [InlineData("""{"unit_name": """)]
    public void A_mistake_is_an_error_and_no_default(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Theory]
    [InlineData("{\n\"next_isue_number\": 5}", "next_isue_number", null, 2)]
    [InlineData("{\"week_start\":\n\"someday\"}", "week_start", "sunday | monday | tuesday | wednesday | thursday | friday | saturday", 2)]
    [InlineData("{\"demo\": 3}", "demo", "true | false", 1)]
    [InlineData("{\"next_issue_number\": 1.5}", "next_issue_number", "0, 1, 2 …", 1)]
    [InlineData("{\"shift_starts\": [8, \"x\"]}", "shift_starts[1]", "[0, 1, 2 …, …]", 1)]
    [InlineData("{\"issue_severity\": {\"燃气安全\": \"x\"}}", "issue_severity.燃气安全", "{\"…\": 0.5, …}", 1)]
    [InlineData("{\"night\": {\"on\": 1}}", "night.on", null, 1)]
    [InlineData("{\"callback\": {\"counting\": \"all\"}}", "callback.counting", "dialled | reached | valid", 1)]
    [InlineData("{\"callback\": {\"target\": 2}}", "callback.target", "> 0, ≤ 1", null)]
    [InlineData("{\n\"demo\": tru\n}", null, null, 2)]
    [InlineData("{\n\"unit_name\": \"", null, null, 2)]
    public void A_mistake_is_told_by_its_field_its_line_and_what_may_stand_there(string json, string? field, string? expected, int? line)
    {
        var told = Assert.Throws<WrongSettingException>(() => Read(json));

        Assert.Equal((field, expected, line), (told.Setting, told.Expected, told.Line));
    }

    [Fact]
    public void A_home_makes_its_folders_and_nothing_outside()
    {
        var home = new Home(_folder.File("工作 文件夹"));
        Assert.False(home.Exists);
        home.Make();

        Assert.Equal([home.Root], Directory.GetFileSystemEntries(_folder.Path));
        Assert.All(
            new[] { home.Inbox, home.Archive, home.Quarantine, home.PublishedData, home.Logs, home.Keys },
            folder => Assert.True(Directory.Exists(folder))
        );
        Assert.False(home.Exists);
    }
}
