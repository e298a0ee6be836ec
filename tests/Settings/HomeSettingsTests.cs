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
