using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Hotspot.Tests.Docs;

namespace Hotspot.Tests.Journeys;

/// <summary>An office with two weekly bulletins, and the notebooks run there as an analyst runs them: <c>dotnet run NN-topic.cs</c>, once each.</summary>
public sealed partial class NotebookOffice : IDisposable
{
    private readonly Office _office = new();
    private readonly Dictionary<string, NotebookPage> _pages = [];

    public NotebookOffice()
    {
        var exports = Path.Combine(_office.Folder, "导出");
        _office.Call("sample", "--complaints", "16000", "--weeks", "12", "-o", exports).Exits(0);
        _office.Call("load", exports).Exits(0);
        foreach (var week in Weeks)
            _office.Call("report", "weekly", "--period", week).Exits(0);
        Rows = new PublishedRows(_office.Home);
    }

    public static IReadOnlyList<string> Weeks { get; } = ["2025-W16", "2025-W17"];

    /// <summary>Names of the notebooks in the folder: a new one is found by its number.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Schemas.Root, "notebooks"), "*.cs")
            .Select(file => Path.GetFileName(file))
            .Where(name => Numbered().IsMatch(name))
            .Order(StringComparer.Ordinal),
    ];

    internal Office Office => _office;

    internal PublishedRows Rows { get; }

    /// <summary>A table of the newest bulletin.</summary>
    internal List<Dictionary<string, object?>> Table(string name, string where) =>
        new Papers(_office.Bulletin("weekly", Weeks[^1])).Table(name, where);

    /// <summary>The page that a notebook writes without further arguments.</summary>
    internal NotebookPage Page(string name)
    {
        if (_pages.TryGetValue(name, out var page))
            return page;
        var file = Path.Combine(_office.Folder, "页", name + ".html");
        var (exit, said) = Run(name, _office.Home.Root, file);
        Assert.True(exit == 0, $"{name}: exit {exit}\n{said}");
        return _pages[name] = new NotebookPage(File.ReadAllText(file));
    }

    /// <summary>Builds and runs a notebook. Neither a compiler nor a build node is left behind that would hold its streams open.</summary>
    internal static (int Exit, string Said) Run(string name, params string[] args)
    {
        // By its full path: another test has a fake of the same name on PATH for a while.
        var folder = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var start = new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Schemas.Root,
        };
        foreach (
            var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()
        )
            start.Environment.Remove(variable);
        start.Environment["PATH"] = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        string[] all = ["run", Path.Combine("notebooks", name), "--", .. args];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    public void Dispose() => _office.Dispose();

    [GeneratedRegex(@"^\d\d-.+\.cs$")]
    private static partial Regex Numbered();
}

/// <summary>A page read back.</summary>
internal sealed partial class NotebookPage(string html)
{
    public string Html { get; } = html;

    /// <summary>Cells of all tables, row by row, as a reader sees them; bars and lines are empty.</summary>
    public IReadOnlyList<string[]> Rows { get; } =
    [.. Row().Matches(html).Select(row => Cell().Matches(row.Value).Select(cell => Seen(cell.Groups[1].Value)).ToArray())];

    /// <summary>The only row that begins with these cells.</summary>
    public string[] RowOf(params string[] first) => Assert.Single(Rows, row => row.Take(first.Length).SequenceEqual(first));

    private static string Seen(string markup) => WebUtility.HtmlDecode(Tag().Replace(Title().Replace(markup, ""), "")).Trim();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh][^>]*>(.*?)</t[dh]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
