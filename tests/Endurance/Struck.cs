// The program as a process that is killed, and what it leaves: shared by kills.cs, nights.cs and disk.cs.
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>A folder of homes, each a copy of one that is about to do something.</summary>
internal sealed class Struck(string name)
{
    private readonly string _program = Path.GetFullPath(Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot.dll"));

    public string Folder { get; } = Directory.CreateTempSubdirectory($"hotspot-{name}-").FullName;

    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>A sample of eight weeks, and a home that knows half of its files: loading all of them also changes orders that are known.</summary>
    public (string Exports, string Home) HalfLoaded(string complaints)
    {
        var (exports, early, home) = (In("exports"), In("early"), In("start"));
        Run(["sample", "--complaints", complaints, "--weeks", "8", "-o", exports]);
        Directory.CreateDirectory(early);
        foreach (var file in Directory.EnumerateFiles(exports).Order(StringComparer.Ordinal).Take(2))
            File.Copy(file, Path.Combine(early, Path.GetFileName(file)));
        Run(["init", "--home", home]);
        Run(["load", early, "--home", home]);
        return (exports, home);
    }

    /// <param name="also">An exit code that is no failure, beside 0.</param>
    public JsonElement Run(string[] arguments, int also = 0)
    {
        var (exit, said) = Try(arguments);
        return exit == 0 || exit == also
            ? said
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit {exit}\n{said}");
    }

    /// <returns>The exit code and what it said, an object in any case.</returns>
    public (int Exit, JsonElement Said) Try(string[] arguments)
    {
        using var process = Start([.. arguments, "--json"]);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement);
    }

    /// <returns>False: it ended before.</returns>
    public bool Killed(string[] arguments, TimeSpan after)
    {
        using var process = Start(arguments);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(after))
            return false;
        process.Kill();
        process.WaitForExit();
        return true;
    }

    public string Copy(string from, string name)
    {
        var to = In(name);
        CopyTo(from, to);
        return to;
    }

    public static void CopyTo(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Names and bytes of everything published, but the generation before the one in force; of manifests all but the run.</summary>
    public static string Published(string home)
    {
        var published = Path.Combine(home, "published");
        var data = Path.Combine(published, "data") + Path.DirectorySeparatorChar;
        var current = Path.Combine(data, File.ReadAllText(Path.Combine(data, "CURRENT")).Trim()) + Path.DirectorySeparatorChar;
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!file.StartsWith(data, StringComparison.Ordinal) || file.StartsWith(current, StringComparison.Ordinal))
                text.AppendLine($"{Path.GetRelativePath(published, file)} {Content(file)}");
        }
        return text.ToString();
    }

    public static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static string Content(string file)
    {
        if (Path.GetFileName(file) != "manifest.json")
            return Hash(file);
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        manifest.Remove("run");
        return manifest.ToJsonString();
    }

    private Process Start(string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [_program, .. arguments, "--quiet"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
