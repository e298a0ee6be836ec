using System.Text.Json;
using Hotspot.Outputs;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>The last load, where its rows wait in the store: too many others were rejected, or it ended before it could publish (<c>runs/held.json</c>).</summary>
/// <param name="Files">Names of the files, with commas.</param>
public sealed record HeldLoad(string Files, long Read, long Rejected)
{
    /// <summary>Null where everything that was loaded is published.</summary>
    public static HeldLoad? Of(Home home) =>
        File.Exists(home.HeldFile) ? JsonSerializer.Deserialize<HeldLoad>(File.ReadAllText(home.HeldFile), JsonText.Options) : null;

    /// <param name="load">Null: all is published.</param>
    internal static void Keep(Home home, HeldLoad? load)
    {
        if (load is null)
            File.Delete(home.HeldFile);
        else
            AtomicFile.Write(home.HeldFile, stream => JsonText.Write(load, stream));
    }
}
