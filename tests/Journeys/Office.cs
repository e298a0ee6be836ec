using System.Text.Json;
using Hotspot.Cli;
using Hotspot.Runs;
using Hotspot.Settings;
using Hotspot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Hotspot.Tests.Journeys;

/// <summary>What the program answered: exit code, the two streams, and the JSON object of the last line where one was asked for.</summary>
internal sealed record Answer(int Exit, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out.TrimEnd('\r', '\n').Split('\n')[^1]).RootElement;

    /// <summary>The answer, if the exit code is the one expected; else the test fails with all that was said.</summary>
    public Answer Exits(int expected)
    {
        Assert.True(Exit == expected, $"exit {Exit}, expected {expected}\n{Out}\n{Error}");
        return this;
    }
}

/// <summary>An office with a home of its own and the real program at its door. The clock says Monday 2025-04-28 08:30 in Beijing, unless it is set.</summary>
internal sealed class Office : IDisposable
{
    private readonly TempFolder _folder = new();

    public Office() => Home = new Home(Path.Combine(_folder.Path, "工作 文件夹"));

    public Home Home { get; }

    public string Folder => _folder.Path;

    /// <summary>What the clock says, in Beijing.</summary>
    public DateTime Now { get; set; } = new(2025, 4, 28, 8, 30, 0);

    public Answer Call(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            In = new StringReader(""),
            Out = output,
            Error = error,
            Folder = _folder.Path,
        };
        var clock = new FakeTimeProvider(new DateTimeOffset(Now, TimeSpan.FromHours(8)));
        string[] all = [.. args, "--home", Home.Root, "--json", .. args.Contains("--threads") ? Array.Empty<string>() : ["--threads", "2"]];
        var exit = Application.Run(all, new HotspotRuns(), clock, terminal);
        return new Answer(exit, output.ToString(), error.ToString());
    }

    /// <summary>Takes over what another office has published, and its settings: enough to report.</summary>
    /// <param name="whole">The whole home, as it stands, not the data alone.</param>
    public void TakeOver(Office other, bool whole = false)
    {
        Home.Make();
        File.Copy(other.Home.SettingsFile, Home.SettingsFile, overwrite: true);
        foreach (var file in Directory.EnumerateFiles(whole ? other.Home.Root : other.Home.PublishedData, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Home.Root, Path.GetRelativePath(other.Home.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>The folder of a bulletin.</summary>
    public string Bulletin(string kind, string period) => Path.Combine(Home.Published, kind, period);

    public string Write(string name, string text)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Changes the settings as a person with an editor would.</summary>
    public void Set(Func<HomeSettings, HomeSettings> change)
    {
        Home.Make();
        change(HomeSettings.Read(Home.SettingsFile)).Write(Home.SettingsFile);
    }

    public void Dispose() => _folder.Dispose();
}
