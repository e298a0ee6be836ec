namespace Hotspot.Outputs;

/// <summary>Files that ship beside the program: fonts, the page template, its script.</summary>
internal static class AssetFile
{
    /// <exception cref="FileNotFoundException">The program was copied without its assets folder.</exception>
    public static string Find(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "assets", name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"the program's own file assets/{name} is missing", path);
    }

    public static string Text(string name) => File.ReadAllText(Find(name));
}
