using System.Text.Json;
using Hotspot.Cli;
using Hotspot.Outputs.Forms;
using Hotspot.Runs;
using Hotspot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Hotspot.Tests.Cli;

/// <summary>A door with a scripted person before it, in a folder of its own that is removed afterwards. The clock says Monday 2025-04-28 08:30 in Beijing.</summary>
internal sealed class Door : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public Door()
    {
        Folder = Scratch.Folder("hotspot-door");
        Home = Path.Combine(Folder, "hotspot-home");
    }

    public FakeRuns Runs { get; } = new();
    public string Folder { get; }
    public string Home { get; }
    public string Out => _out.ToString();
    public string Error => _error.ToString();
    public int KeysWaitedFor { get; private set; }
    public bool OwnsWindow { get; init; }
    public string SystemLanguage { get; init; } = "zh";
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Somebody pressed Ctrl-C as soon as a run listened.</summary>
    public bool Interrupted { get; init; }

    /// <summary>As a script or a scheduler would call it: nobody there to answer.</summary>
    public int Call(params string[] args) => Run(args, typed: null);

    /// <summary>As a person at a terminal would, typing these lines; after the last one the input ends.</summary>
    public int Sit(string[] args, params string[] typed) => Run(args, typed);

    public Door WithHome()
    {
        var home = new Hotspot.Settings.Home(Home);
        home.Make();
        new Hotspot.Settings.HomeSettings().Write(home.SettingsFile);
        return this;
    }

    public string File(string name)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, "x");
        return path;
    }

    /// <summary>A workbook of the program's own, as a person hands it back.</summary>
    public string Book(string name, string kind)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = System.IO.File.Create(path);
        FormFile.Write(
            new FormBook(
                kind,
                "id",
                "表",
                ["填黄色格子"],
                "说明",
                "选项",
                [
                    new FormSheet(
                        "一",
                        [new("列")],
                        [
                            ["值"],
                        ]
                    ),
                ],
                []
            ),
            file
        );
        return path;
    }

    /// <summary>The last line of standard output, which must be one JSON object.</summary>
    public JsonElement LastLine()
    {
        Assert.EndsWith("\n", Out, StringComparison.Ordinal);
        return JsonDocument.Parse(Out.TrimEnd('\r', '\n').Split('\n')[^1]).RootElement;
    }

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private int Run(string[] args, string[]? typed)
    {
        var terminal = new Terminal
        {
            In = new StringReader(typed is null ? "" : string.Concat(typed.Select(line => line + "\n"))),
            Out = _out,
            Error = _error,
            IsInteractive = typed is not null,
            OwnsWindow = OwnsWindow,
            SystemLanguage = SystemLanguage,
            Folder = Folder,
            Variable = Variables.GetValueOrDefault,
            WaitForKey = () => KeysWaitedFor++,
            OnInterrupt = stop =>
            {
                if (Interrupted)
                    stop();
                return new StringReader("");
            },
        };
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 4, 28, 0, 30, 0, TimeSpan.Zero));
        return Application.Run(args, Runs, clock, terminal);
    }
}
