using Hotspot.Language;

namespace Hotspot.Outputs;

/// <summary>Files that ship beside the program: fonts, the page template, its script.</summary>
internal static class AssetFile
{
    /// <exception cref="OperatorException">Missing: the program was copied without its assets folder.</exception>
    public static string Find(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "assets", name);
        return File.Exists(path) ? path : throw new OperatorException(ExitCode.Missing, "asset_missing", ("path", path));
    }

    public static string Text(string name) => File.ReadAllText(Find(name));
}
