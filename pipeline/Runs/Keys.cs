using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>The keys of a home: made on first use, missed with a clear error once data exist that were made with them.</summary>
public static class Keys
{
    /// <exception cref="OperatorException">A key is missing or broken though data exist (exit 4).</exception>
    public static KeyRing Open(Home home)
    {
        try
        {
            return KeyRing.Open(home.Keys, dataExist: Generation.Current(home.PublishedData) is not null);
        }
        catch (KeyMissingException e)
        {
            throw new OperatorException(ExitCode.Missing, "key_missing", e, ("file", home.Show(e.Path)));
        }
    }
}
