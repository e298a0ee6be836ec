using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.RunScript;

/// <summary>A copy of run.ps1 in a folder of its own, run for real in a hosted PowerShell with a fake <c>dotnet</c> first on PATH.</summary>
public sealed class ScriptHost : IDisposable
{
    private readonly string _folder = Path.Combine(Scratch.Folder("hotspot-run"), "数据 组", "hot spot");
    private readonly string _bin;

    public ScriptHost()
    {
        _bin = Path.Combine(_folder, "bin");
        Directory.CreateDirectory(_bin);
        File.Copy(Script, Path.Combine(_folder, "run.ps1"));
        Fake(Path.Combine(_bin, "dotnet"));
    }

    /// <summary>run.ps1 at the top of the repository.</summary>
    public static string Script { get; } = Path.Combine(Root(AppContext.BaseDirectory), "run.ps1");

    public string Folder => _folder;

    /// <summary>Every call of the fake: its arguments.</summary>
    public IReadOnlyList<string[]> Calls =>
        File.Exists(Recorded)
            ? [.. File.ReadAllText(Recorded).Split("\u0002\n", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('\u0001')[1..])]
            : [];

    private string Recorded => Path.Combine(_folder, "calls");

    /// <summary>Puts the fake where the published program would stand.</summary>
    public void Publish() => Fake(Path.Combine(_folder, "hotspot"));

    public void RemoveDotnet() => File.Delete(Path.Combine(_bin, "dotnet"));

    /// <summary>Runs a line as typed at a prompt; <c>RUN</c> stands for the script. Returns the exit code that it leaves.</summary>
    public int Type(string line, int exitCode = 0)
    {
        File.WriteAllText(Path.Combine(_folder, "exit"), exitCode.ToString());
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        runspace.SessionStateProxy.SetVariable("script", Path.Combine(_folder, "run.ps1"));
        runspace.SessionStateProxy.SetVariable("bin", _bin);
        // The environment belongs to the whole test process: PATH is set and put back within the one line.
        shell.AddScript(
            "$before = $env:PATH; $env:PATH = $bin; try { "
                + line.Replace("RUN", "& $script", StringComparison.Ordinal)
                + " } finally { $env:PATH = $before }"
        );
        shell.Invoke();
        return (int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
    }

    public void Dispose() => Directory.Delete(Path.GetFullPath(Path.Combine(_folder, "..", "..")), recursive: true);

    /// <summary>Writes each argument after \u0001 and \u0002 at the end of a call; exits with the number in the file <c>exit</c>.</summary>
    private void Fake(string file)
    {
        File.WriteAllText(
            file,
            $$"""
            #!/bin/sh
            {
              for a in "$@"; do printf '\001%s' "$a"; done
              printf '\002\n'
            } >> '{{Recorded}}'
            read code < '{{Path.Combine(_folder, "exit")}}' || true
            exit "$code"
            """.ReplaceLineEndings("\n")
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Root(string from) =>
        File.Exists(Path.Combine(from, "Analytics.sln"))
            ? from
            : Root(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("no Analytics.sln above the tests"));
}

/// <summary>The fake program is a shell script, so these tests run where there is a shell.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs /bin/sh" : null;
}

/// <inheritdoc cref="ShellFactAttribute"/>
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "needs /bin/sh" : null;
}
